/**
 * One benefit from beginning to end: its page, and the log that tells in plain words what happened to it.
 *
 * <p>Every table that tells of a benefit is listed in {@code Told}, with the words for its fields; what the figures hide
 * is hidden in the log too. The figures themselves come from {@code no.nullpunkt.results}.
 */
package no.nullpunkt.story;
