package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * How much a point's cycle covers: the cycle's months for SUM and LATEST, the weight of a MEAN, the denominator of a
 * RATIO. The plan needs one also where nothing was measured.
 *
 * @param amount above 0
 * @param from the cycle end it was measured at: the point's own month, an earlier one when carried, null when it is the
 *     null-point's
 */
public record Exposure(BigDecimal amount, ExposureSource source, YearMonth from) {}
