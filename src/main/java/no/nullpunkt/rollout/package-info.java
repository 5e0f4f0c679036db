/**
 * A technology brought into units of a municipality: when it goes live, who leads it and what it costs.
 *
 * <p>A rollout has at least one technology and one unit, all known to the municipality. Go-live decides whether a
 * null-point was measured in time; the rule itself lives with null-points.
 */
package no.nullpunkt.rollout;
