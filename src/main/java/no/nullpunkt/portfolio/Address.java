package no.nullpunkt.portfolio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a page of the portfolio: a path and what the page is narrowed to. */
record Address(String path, Map<String, List<String>> parameters) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with a parameter set, or left out when there is no value. */
    Address with(String name, Collection<String> values) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (!values.isEmpty()) {
            changed.put(name, List.copyOf(values));
        }
        return new Address(path, changed);
    }

    Address with(String name, String value) {
        return with(name, value == null || value.isEmpty() ? List.of() : List.of(value));
    }

    /** Another page, narrowed to the same. */
    Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /** As a link is written. */
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path
                        + parameters.entrySet().stream()
                                .flatMap(parameter -> parameter.getValue().stream()
                                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
