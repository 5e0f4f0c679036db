package no.nullpunkt.results;

import no.nullpunkt.calculation.Status;

/** The shape that stands beside a status' word, so that it never hangs on a colour. */
public final class Shape {

    private Shape() {}

    /** One character for each status. */
    public static String of(Status status) {
        return switch (status) {
            case REACHED -> "●";
            case ON_TRACK -> "▲";
            case BEHIND -> "◊";
            case OFF_TRACK -> "▼";
            case WORSE_THAN_BASELINE -> "■";
            case NOT_MEASURED -> "○";
            case NO_BASELINE -> "□";
            case NO_TARGET -> "△";
            case NOT_STARTED -> "–";
        };
    }
}
