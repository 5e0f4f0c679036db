package no.nullpunkt.shared;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what stands in paths and queries, strictly: a number that is none is 400 and names the parameter, where
 * JAX-RS would have answered 404, and a boolean that is neither true nor false is not taken for false.
 */
@Provider
public class AddressParameters implements ParamConverterProvider {

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.*");

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            boolean.class, AddressParameters::bool,
            Boolean.class, AddressParameters::bool,
            UUID.class, UUID::fromString,
            YearMonth.class, AddressParameters::month);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var reader = (Function<String, T>) READERS.get(type);
        var isIdInPath = type == UUID.class && find(annotations, PathParam.class) != null;
        return reader == null || isIdInPath ? null : new Strict<>(type, nameOf(annotations), reader);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** A sign or a fifth digit makes a year that the database cannot hold. */
    private static YearMonth month(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return YearMonth.parse(text);
    }

    private static String nameOf(Annotation[] annotations) {
        var query = find(annotations, QueryParam.class);
        var path = find(annotations, PathParam.class);
        return query != null ? query.value() : path != null ? path.value() : "";
    }

    private static <A extends Annotation> A find(Annotation[] annotations, Class<A> type) {
        return Arrays.stream(annotations)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private record Strict<T>(Class<T> type, String name, Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                // Any other exception would be turned into 404 before the problem is seen.
                throw new BadRequestException(problem(ProblemDocument.shorten(text)));
            }
        }

        private Problem problem(String text) {
            return type == YearMonth.class
                    ? Problem.notUnderstood("not-a-month", text).at("?" + name, "not-a-month", text)
                    : Problem.notUnderstood("wrong-type", text, type.getSimpleName())
                            .at("?" + name, "wrong-type", text, type.getSimpleName());
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
