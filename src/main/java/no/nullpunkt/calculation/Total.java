package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The figures of a whole portfolio.
 *
 * @param fte the hours as full-time positions over the period; null when the municipality has not said how many hours
 *     make one in the period's last month
 * @param nokByPlanHeading the kroner apart, since OTHER_PUBLIC money is not the municipality's; only headings in use,
 *     under null that of benefits without one
 */
public record Total(Figures figures, BigDecimal fte, Map<PlanHeading, BigDecimal> nokByPlanHeading) {}
