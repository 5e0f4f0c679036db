package no.nullpunkt.results;

import no.nullpunkt.shared.Language;

/** A name in the three languages. */
public record Names(String nb, String nn, String en) {

    public String in(Language language) {
        return language.choose(nb, nn, en);
    }
}
