package no.nullpunkt.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.nullpunkt.shared.Problem;

/**
 * What a password must be: long, and not what everybody tries. No mixture of signs is asked for, and none is to be
 * changed by the calendar; both make people choose worse ones (NIST SP 800-63B 5.1.1.2, OWASP ASVS 4.0 2.1).
 *
 * <p>Commonness is judged without a list of millions: when the words that everybody builds passwords of are taken away,
 * and with them the person's own name and e-mail, runs such as 1234 and the years, something must be left.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** In bytes, for bcrypt looks at no more, and a longer one would promise more than it gives. */
    static final int LONGEST = 72;

    private static final int LEFT = 5;
    private static final int SHORTEST_OWN_WORD = 3;

    private static final List<String> COMMON = List.of(
            "nullpunkt",
            "kommune",
            "passord",
            "password",
            "pass",
            "velkommen",
            "welcome",
            "hemmelig",
            "secret",
            "admin",
            "bruker",
            "user",
            "logg",
            "login",
            "letmein",
            "norge",
            "noreg",
            "norway",
            "sommar",
            "sommer",
            "summer",
            "vinter",
            "winter",
            "haust",
            "høst",
            "autumn",
            "vår",
            "spring",
            "januar",
            "februar",
            "mars",
            "april",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
            "mandag",
            "tirsdag",
            "onsdag",
            "torsdag",
            "fredag",
            "lørdag",
            "søndag",
            "qwertyuiopå",
            "qwertyuiop",
            "qwerty",
            "qwert",
            "asdfghjkløæ",
            "asdfghjkl",
            "asdf",
            "zxcvbnm",
            "zxcv",
            "1q2w3e4r5t",
            "iloveyou",
            "dragon",
            "monkey",
            "fotball",
            "football",
            "changeme",
            "test",
            "abc");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordRules() {}

    /**
     * Passes when the password is one that the person may have.
     *
     * @param pointer where it stands in the request
     * @throws Problem 422 that says why not
     */
    static void check(String pointer, String password, Person person) {
        var composed = Passwords.composed(password);
        if (composed.codePointCount(0, composed.length()) < SHORTEST) {
            throw Problem.ruleAt(pointer, "password-too-short", SHORTEST);
        }
        if (composed.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Problem.ruleAt(pointer, "password-too-long", LONGEST);
        }
        if (left(composed.toLowerCase(Locale.ROOT), ownWords(person)).length() < LEFT) {
            throw Problem.ruleAt(pointer, "password-too-common");
        }
    }

    private static Stream<String> ownWords(Person person) {
        return BETWEEN_WORDS
                .splitAsStream((person.name + " " + person.email).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_OWN_WORD);
    }

    private static String left(String password, Stream<String> ownWords) {
        var left = Stream.concat(COMMON.stream(), ownWords)
                .sorted((first, second) -> second.length() - first.length())
                .reduce(password, (text, word) -> text.replace(word, " "));
        return withoutRuns(SIGN.matcher(YEAR.matcher(left).replaceAll(" ")).replaceAll(""));
    }

    /** Without signs that follow from the one before: the same again, or the next up or down. */
    private static String withoutRuns(String text) {
        var left = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (i == 0 || Math.abs(text.charAt(i) - text.charAt(i - 1)) > 1) {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }
}
