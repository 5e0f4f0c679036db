package no.nullpunkt.shared;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the installation itself asks, and not a caller in a municipality: the database shows it the rows of all. For as
 * little as can be, such as one query; what follows from it says what it reaches by {@link Reach#is}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcrossMunicipalities {

    /** Why it cannot be asked within one municipality. */
    @Nonbinding
    String value();
}
