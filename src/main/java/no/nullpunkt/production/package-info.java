/**
 * What must be right before the service starts: in earnest, and as a demonstration.
 *
 * <p>All that is wrong is told at once, in plain words with what mends it, before anything is started or migrated. The
 * rules are {@link no.nullpunkt.production.EarnestRules}, {@link no.nullpunkt.production.DemonstrationRules} and, of the
 * database, {@link no.nullpunkt.production.DatabaseRules}.
 */
package no.nullpunkt.production;
