package no.nullpunkt.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A decimal of at most 15 digits before and 20 after the point: room for any sum in NOK, and none for a bomb. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Digits(integer = 15, fraction = 20) @ReportAsSingleViolation
@Constraint(validatedBy = {})
public @interface Amount {

    String message() default "{no.nullpunkt.amount}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
