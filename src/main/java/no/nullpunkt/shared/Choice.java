package no.nullpunkt.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few words in an address, which are the names of an enum, in small letters or as they are. */
public final class Choice {

    private Choice() {}

    /**
     * What was chosen; empty where nothing was.
     *
     * @throws Problem 400 when it is none of the choices
     */
    public static <E extends Enum<E>> Optional<E> of(String parameter, String text, Class<E> type) {
        return of(parameter, text, type, Choice::word);
    }

    /** The same of codes, which are the names themselves. */
    public static <E extends Enum<E>> Optional<E> ofCodes(String parameter, String text, Class<E> type) {
        return of(parameter, text, type, Enum::name);
    }

    private static <E extends Enum<E>> Optional<E> of(
            String parameter, String text, Class<E> type, Function<E, String> written) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        var choices = Arrays.asList(type.getEnumConstants());
        return Optional.of(choices.stream()
                .filter(choice -> written.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var words = choices.stream().map(written).collect(Collectors.joining(", "));
                    var sent = ProblemDocument.shorten(text);
                    return Problem.notUnderstood("unknown-choice", sent, words)
                            .at("?" + parameter, "unknown-choice", sent, words);
                }));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
