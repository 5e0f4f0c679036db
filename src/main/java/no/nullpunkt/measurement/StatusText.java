package no.nullpunkt.measurement;

import java.util.Map;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.shared.CsvFile;
import no.nullpunkt.shared.Problem;

/** A status as people write it in files. */
public final class StatusText {

    private static final Map<String, ValueStatus> STATUSES = Map.of(
            "measured", ValueStatus.MEASURED,
            "målt", ValueStatus.MEASURED,
            "notmeasured", ValueStatus.NOT_MEASURED,
            "ikkemålt", ValueStatus.NOT_MEASURED,
            "ikkjemålt", ValueStatus.NOT_MEASURED,
            "notapplicable", ValueStatus.NOT_APPLICABLE,
            "ikkeaktuelt", ValueStatus.NOT_APPLICABLE,
            "ikkjeaktuelt", ValueStatus.NOT_APPLICABLE);

    private StatusText() {}

    /**
     * The status, by its code or by what it is called in any of the languages.
     *
     * @throws Problem 400 at {@code /status} when it is none
     */
    public static ValueStatus read(String text) {
        var status = STATUSES.get(CsvFile.plain(text));
        if (status == null) {
            var choices = "MEASURED, NOT_MEASURED, NOT_APPLICABLE";
            throw Problem.notUnderstood("unknown-choice", text, choices).at("/status", "unknown-choice", text, choices);
        }
        return status;
    }
}
