/**
 * The municipality as a tenant: its units in a tree, its dated parameters, and the months it has closed by a report.
 *
 * <p>The tree has no circles, and a parameter holds from its month until the next one. The rules live in {@link
 * no.nullpunkt.municipality.UnitService}, {@link no.nullpunkt.municipality.ParameterService} and {@link
 * no.nullpunkt.municipality.ReportedMonths}.
 */
package no.nullpunkt.municipality;
