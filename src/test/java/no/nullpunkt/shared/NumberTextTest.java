package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import no.nullpunkt.shared.NumberText.DecimalSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1100 | 1100",
                "1 100 | 1100",
                "12\u00a0345\u00a0678 | 12345678",
                "1\u202f100,5 | 1100.5",
                "1100,5 | 1100.5",
                "1100.5 | 1100.5",
                "1.100,5 | 1100.5",
                "1,100.5 | 1100.5",
                "1.100.000 | 1100000",
                "1 100,500 | 1100.500",
                "1100,500 | 1100.500",
                "0,125 | 0.125",
                "0.125 | 0.125",
                "-3 | -3",
                "\u22123,25 | -3.25",
            })
    void aNumberIsUnderstoodAsPeopleWriteIt(String text, BigDecimal number) {
        var read = NumberText.of(text).orElseThrow();
        assertFalse(read.isAmbiguous());
        assertEquals(0, number.compareTo(read.number(DecimalSign.COMMA)));
        assertEquals(0, number.compareTo(read.number(DecimalSign.POINT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.100", "1,100", "12.345", "-1.100"})
    void oneSignBeforeThreeDigitsCouldMeanTwoNumbers(String text) {
        var read = NumberText.of(text).orElseThrow();
        assertTrue(read.isAmbiguous());
        assertEquals(Optional.empty(), read.sign());
    }

    @Test
    void theSignDecidesWhatTheTextDoesNot() {
        var read = NumberText.of("1.100").orElseThrow();
        assertEquals(new BigDecimal("1100"), read.number(DecimalSign.COMMA));
        assertEquals(new BigDecimal("1.100"), read.number(DecimalSign.POINT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5 | COMMA", "12.5 | POINT", "1.100.000 | COMMA", "1 100,500 | COMMA", "0.125 | POINT"})
    void aTextMayShowWhatItsDecimalSignIs(String text, DecimalSign sign) {
        assertEquals(Optional.of(sign), NumberText.of(text).orElseThrow().sign());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "tolv",
                "12 stk",
                "1e5",
                "1E+05",
                "1 10 0",
                "12,",
                ",5",
                "1,1,1",
                "1.10.000",
                "#VALUE!",
                "--3",
                "5 %",
                "1.100,5.5",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void whatIsNoNumberIsNotGuessed(String text) {
        assertEquals(Optional.empty(), NumberText.of(text));
    }
}
