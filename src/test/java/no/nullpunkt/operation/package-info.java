/**
 * What an operator relies on: the files under {@code docker}, the container image, metrics, health and traces, backups, and
 * upgrades from the schema of each earlier release.
 *
 * <p>Tests whose names end in {@code IT} start what was packaged, in processes of its own.
 */
package no.nullpunkt.operation;
