/**
 * The municipality as a tenant: its units in a tree and its dated parameters.
 *
 * <p>The tree has no circles, and a parameter holds from its month until the next one. The rules live in {@link
 * no.nullpunkt.municipality.UnitService} and {@link no.nullpunkt.municipality.ParameterService}.
 */
package no.nullpunkt.municipality;
