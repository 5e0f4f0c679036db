/**
 * Why there is a rollout and what a benefit hangs on: needs, the municipality's goals, and what the plan says of risks.
 *
 * <p>A need belongs to a rollout and a goal to the municipality, so that rollouts share goals; neither is taken away while
 * a benefit is linked to it. The rules are in {@link no.nullpunkt.purpose.PurposeService}.
 */
package no.nullpunkt.purpose;
