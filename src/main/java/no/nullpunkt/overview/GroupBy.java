package no.nullpunkt.overview;

import java.util.Locale;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.Formats;

/** What an overview is gathered by. */
enum GroupBy {
    MUNICIPALITY,
    COUNTY,
    TECHNOLOGY,
    INDICATOR,
    MONTH;

    /** As written in an address; by municipality where nothing is. */
    static GroupBy parse(String written) {
        return Choice.of("groupBy", written, GroupBy.class).orElse(MUNICIPALITY);
    }

    public String inWords() {
        return Formats.label("overview-by-" + parameter());
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
