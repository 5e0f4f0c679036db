package no.nullpunkt.results;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement whose places are named, for one instant is asked for in many of them.
 *
 * @param text with a question mark at each place
 * @param names of the places, in their order
 */
public record Sql(String text, List<String> names) {

    private static final Pattern PLACE = Pattern.compile(":([a-zA-Z]+)");

    public static Sql of(String text) {
        var names = new ArrayList<String>();
        var positional = PLACE.matcher(text).replaceAll(place -> {
            names.add(place.group(1));
            return "?";
        });
        return new Sql(positional, List.copyOf(names));
    }
}
