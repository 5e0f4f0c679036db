package no.nullpunkt.overview;

import java.util.Locale;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.Formats;

/** What an overview is gathered by. */
enum GroupBy {
    MUNICIPALITY("number", "number", "municipality.name", SharedFigures.Grain.ALL),
    COUNTY("county_number", "county_number", "max(county)", SharedFigures.Grain.ALL),
    TECHNOLOGY("code", "code", "null", SharedFigures.Grain.TECHNOLOGY),
    INDICATOR("code", "code", "null", SharedFigures.Grain.INDICATOR),
    MONTH("to_char(figure.month, 'YYYY-MM')", "figure.month", "null", SharedFigures.Grain.ALL);

    /** The columns of a group in the database: what it is told by, what it is gathered by, and its name. */
    final String key;

    final String columns;
    final String name;
    final SharedFigures.Grain grain;

    GroupBy(String key, String columns, String name, SharedFigures.Grain grain) {
        this.key = key;
        this.columns = columns;
        this.name = name;
        this.grain = grain;
    }

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
