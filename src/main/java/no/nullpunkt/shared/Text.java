package no.nullpunkt.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import no.bekk.bekkopen.person.FodselsnummerValidator;

/**
 * Text written by people: at most {@link #LIMIT} characters, nothing that a database or a workbook cannot hold, and no
 * valid Norwegian birth number, for nothing about service users is kept.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    int LIMIT = 4000;

    /** The longest name or title, in characters. */
    int NAME = 200;

    String message() default "{no.nullpunkt.text}";

    int max() default LIMIT;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Text, String> {

        private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<!\\d)(\\d{6})[ .\\-\\u00a0]?(\\d{5})(?!\\d)");
        private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\ufffe\\uffff]");

        private int max;

        @Override
        public void initialize(Text text) {
            max = text.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var fault = fault(text);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{no.nullpunkt." + fault + "}")
                    .addConstraintViolation();
            return false;
        }

        private String fault(String text) {
            if (text.length() > LIMIT) {
                return "text-too-long";
            }
            if (text.length() > max) {
                return "name-too-long";
            }
            if (UNPRINTABLE.matcher(text).find()) {
                return "unprintable";
            }
            return holdsBirthNumber(text) ? "birth-number" : null;
        }

        /** Whether a valid birth number or D-number stands anywhere in a text. */
        public static boolean holdsBirthNumber(String text) {
            return ELEVEN_DIGITS
                    .matcher(text)
                    .results()
                    .anyMatch(number -> FodselsnummerValidator.isValid(number.group(1) + number.group(2)));
        }

        /** The text without what neither a database nor a workbook can hold. */
        public static String printable(String text) {
            return UNPRINTABLE.matcher(text).replaceAll("");
        }
    }
}
