package no.nullpunkt.results;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Problem;

/** What figures are gathered by. */
public enum GroupBy {
    BENEFIT("benefit"),
    TECHNOLOGY("technology"),
    UNIT("unit"),
    INDICATOR("indicator"),
    TYPE("type"),
    PLAN_HEADING("planHeading"),
    MONTH("month");

    private final String parameter;

    GroupBy(String parameter) {
        this.parameter = parameter;
    }

    /** By the name it has in addresses; {@link #BENEFIT} when none is given. */
    public static GroupBy parse(String name) {
        if (name == null || name.isEmpty()) {
            return BENEFIT;
        }
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var choices =
                            Arrays.stream(values()).map(each -> each.parameter).collect(Collectors.joining(", "));
                    return Problem.notUnderstood("unknown-choice", name, choices)
                            .at("?groupBy", "unknown-choice", name, choices);
                });
    }

    /** The name it has in addresses. */
    public String parameter() {
        return parameter;
    }
}
