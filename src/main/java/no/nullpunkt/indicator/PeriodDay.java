package no.nullpunkt.indicator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads the first or last day of a period, written as a date or as a whole month. */
abstract class PeriodDay extends StdDeserializer<LocalDate> {

    static final String PATTERN = "^\\d{4}-\\d{2}(-\\d{2})?$";

    private static final int LENGTH_OF_MONTH = 7;

    PeriodDay() {
        super(LocalDate.class);
    }

    abstract LocalDate dayOf(YearMonth month);

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
        }
        var text = json.getText().strip();
        try {
            return text.length() == LENGTH_OF_MONTH ? dayOf(YearMonth.parse(text)) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "neither a date nor a month");
        }
    }

    static final class First extends PeriodDay {
        @Override
        LocalDate dayOf(YearMonth month) {
            return month.atDay(1);
        }
    }

    static final class Last extends PeriodDay {
        @Override
        LocalDate dayOf(YearMonth month) {
            return month.atEndOfMonth();
        }
    }
}
