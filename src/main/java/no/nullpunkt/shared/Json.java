package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.YearMonthDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** JSON that is read strictly and written exactly: no unknown field, no guess of a type, no exponent, no lost digit. */
@Singleton
class Json implements ObjectMapperCustomizer {

    /** After the service's own, whose way to read a month is replaced. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.registerModule(new SimpleModule()
                .addSerializer(new Plain())
                .addDeserializer(BigDecimal.class, new Bounded())
                .addDeserializer(String.class, new WithoutBirthNumbers())
                .addDeserializer(YearMonth.class, new MonthOfFourDigits())
                .addDeserializer(LocalDate.class, new DayOfFourDigits()));
    }

    private static final class Plain extends StdSerializer<BigDecimal> {

        Plain() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider) throws IOException {
            var stripped = number.stripTrailingZeros();
            json.writeNumber((stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString());
        }
    }

    /** A sign or a fifth digit makes a year that the database cannot hold. */
    private static final class MonthOfFourDigits extends YearMonthDeserializer {

        @Override
        public YearMonth deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var month = super.deserialize(parser, context);
            if (month != null) {
                mustHaveFourDigits(month.getYear(), parser, YearMonth.class);
            }
            return month;
        }
    }

    private static final class DayOfFourDigits extends StdScalarDeserializer<LocalDate> {

        DayOfFourDigits() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            var text = parser.getText();
            try {
                var day = LocalDate.parse(text.strip());
                mustHaveFourDigits(day.getYear(), parser, LocalDate.class);
                return day;
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date");
            }
        }
    }

    private static void mustHaveFourDigits(int year, JsonParser parser, Class<?> type) throws IOException {
        if (year < 1 || year > 9999) {
            throw InvalidFormatException.from(parser, "no such year", parser.getText(), type);
        }
    }

    /** Every text of every request, whatever it is called and whatever else is asked of it. */
    private static final class WithoutBirthNumbers extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            var place = text == null ? Optional.<BirthNumber.Place>empty() : BirthNumber.in(text);
            if (place.isPresent()) {
                throw new HoldsBirthNumber(parser, place.get());
            }
            return text;
        }
    }

    /** Knows where in the text, and learns on its way out where in the JSON; what stands there it does not keep. */
    static final class HoldsBirthNumber extends JsonMappingException {

        final transient BirthNumber.Place place;

        HoldsBirthNumber(JsonParser parser, BirthNumber.Place place) {
            super(parser, "holds a birth number");
            this.place = place;
        }
    }

    /**
     * Refuses what would be written with thousands of digits before anything is done with it: ten characters such as
     * 1e999999999 stand for a gigabyte.
     */
    private static final class Bounded extends StdScalarDeserializer<BigDecimal> {

        private static final int MOST_DIGITS = 1000;

        Bounded() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            var number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw InvalidFormatException.from(parser, "too many digits", parser.getText(), BigDecimal.class);
            }
            if (BirthNumber.is(number)) {
                throw new HoldsBirthNumber(parser, new BirthNumber.Place(1, parser.getTextLength()));
            }
            return number;
        }
    }
}
