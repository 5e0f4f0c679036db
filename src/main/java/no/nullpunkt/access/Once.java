package no.nullpunkt.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that would do something else the second time: with an {@code Idempotency-Key} it happens once, and a
 * repeat gets the first answer. The answer is kept in the very transaction, so a crash leaves both or neither.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {}
