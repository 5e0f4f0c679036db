package no.nullpunkt.catalogue;

import jakarta.persistence.Embeddable;
import no.nullpunkt.shared.Language;

/** A text in the three languages of the service. */
@Embeddable
public record Wording(String nb, String nn, String en) {

    public String in(Language language) {
        return language.choose(nb, nn, en);
    }
}
