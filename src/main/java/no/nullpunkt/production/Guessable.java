package no.nullpunkt.production;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Secrets that are none: what everyone tries first, and what stands in examples. */
final class Guessable {

    private static final int FEWEST_CHARACTERS = 6;
    private static final Set<String> TRIED_FIRST =
            Set.of("postgres", "postgresql", "nullpunkt", "password", "passord", "secret", "admin", "qwerty", "123456");
    private static final List<String> OF_EXAMPLES =
            List.of("changeme", "change-me", "change_me", "change me", "your-secret", "example", "…", "of the tests");

    private Guessable() {}

    static boolean is(String secret) {
        var lower = secret.strip().toLowerCase(Locale.ROOT);
        return TRIED_FIRST.stream().anyMatch(tried -> lower.matches(tried + "\\d*"))
                || OF_EXAMPLES.stream().anyMatch(lower::contains)
                || lower.chars().distinct().count() < FEWEST_CHARACTERS;
    }
}
