package no.nullpunkt.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/**
 * A decimal of at most 15 digits before and 20 after the point: room for any sum in NOK, and none for a bomb. One that is a
 * {@link BirthNumber} has come into the wrong field.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Amount.Validator.class)
public @interface Amount {

    String message() default "{no.nullpunkt.amount}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Amount, BigDecimal> {

        private static final int INTEGER_DIGITS = 15;
        private static final int DECIMALS = 20;

        @Override
        public boolean isValid(BigDecimal number, ConstraintValidatorContext context) {
            if (number == null) {
                return true;
            }
            if (!BirthNumber.is(number)) {
                return number.precision() - number.scale() <= INTEGER_DIGITS && number.scale() <= DECIMALS;
            }
            Text.Validator.refuse(
                    new BirthNumber.Place(1, number.toBigInteger().toString().length()), context);
            return false;
        }
    }
}
