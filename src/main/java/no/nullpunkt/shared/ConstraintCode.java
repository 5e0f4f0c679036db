package no.nullpunkt.shared;

import java.util.Locale;

/** The stable code of a constraint, read from the key of its message. */
public final class ConstraintCode {

    private static final String OUR_OWN = "no.nullpunkt.";
    private static final String COMMON = "jakarta.validation.constraints.";

    private ConstraintCode() {}

    /** {@code no.nullpunkt.birth-number} gives {@code birth-number}, and the key of {@code NotBlank} {@code not-blank}. */
    public static String of(String key) {
        if (key.startsWith(OUR_OWN)) {
            return key.substring(OUR_OWN.length());
        }
        return key.replace(COMMON, "")
                .replace(".message", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
