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
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * Text written by people: at most {@link #LIMIT} characters, nothing that a database or a workbook cannot hold or
 * that turns the direction of what is read, and no
 * {@link BirthNumber}, for nothing about service users is kept.
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

        private static final Pattern UNPRINTABLE =
                Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\p{Cs}\\ufffe\\uffff\\u202a-\\u202e\\u2066-\\u2069]");

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
            var birthNumber = BirthNumber.in(text);
            var fault = fault(text);
            if (fault != null) {
                refuse(fault, context);
            } else {
                birthNumber.ifPresent(place -> refuse(place, context));
            }
            return fault == null && birthNumber.isEmpty();
        }

        /** Tells which characters are a birth number. */
        static void refuse(BirthNumber.Place place, ConstraintValidatorContext context) {
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter("from", place.from())
                    .addMessageParameter("to", place.to());
            refuse("birth-number", context);
        }

        private static void refuse(String fault, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{no.nullpunkt." + fault + "}")
                    .addConstraintViolation();
        }

        private String fault(String text) {
            if (text.length() > LIMIT) {
                return "text-too-long";
            }
            if (text.length() > max) {
                return "name-too-long";
            }
            return UNPRINTABLE.matcher(text).find() ? "unprintable" : null;
        }

        /** The text without what neither a database nor a workbook can hold. */
        public static String printable(String text) {
            return UNPRINTABLE.matcher(text).replaceAll("");
        }
    }
}
