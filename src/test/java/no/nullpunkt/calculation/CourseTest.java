package no.nullpunkt.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is better, and what may only be noise. */
class CourseTest {

    @ParameterizedTest
    @CsvSource({
        "3, 63, 60, 2, BETTER",
        "-3, 57, 60, 2, WORSE",
        "2, 62, 60, 2, UNCHANGED",
        "-2, 58, 60, 2, UNCHANGED",
        "0, 60, 60, 0, UNCHANGED",
        "3, 57, 60, 0, BETTER",
        "0.0000000000001, 60.0000000000001, 60, 0, UNCHANGED"
    })
    void aLevelIsBetterOrWorseByMoreThanTheTolerance(
            BigDecimal gain, BigDecimal level, BigDecimal baselineLevel, BigDecimal tolerance, Course course) {
        assertEquals(course, Course.of(gain, level, baselineLevel, tolerance));
    }
}
