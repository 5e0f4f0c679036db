package no.nullpunkt.shared;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Months in paths and queries are written {@code 2026-03}; anything else is 400. */
@Provider
public class MonthParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == YearMonth.class ? (ParamConverter<T>) new MonthConverter() : null;
    }

    private static final class MonthConverter implements ParamConverter<YearMonth> {

        @Override
        public YearMonth fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                if (text.length() != "2026-03".length()) {
                    throw new DateTimeException("Years have four digits, and no sign");
                }
                return YearMonth.parse(text);
            } catch (DateTimeException e) {
                var problem = Problem.notUnderstood("not-a-month", text).at(text, "not-a-month", text);
                // Any other exception would be turned into 404 before the problem is seen.
                throw new BadRequestException(problem);
            }
        }

        @Override
        public String toString(YearMonth month) {
            return month.toString();
        }
    }
}
