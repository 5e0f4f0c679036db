/**
 * What is kept about what people did: the export for the archive, what is stored on a staff member, and its erasure.
 *
 * <p>Tables are found in the database's own lists, so a new one is in all three without a word here. An erasure changes
 * no figure, no id and no issued report; the rules are functions and triggers of the database, in {@code V021}, for
 * nothing but the database can keep history from being rewritten.
 */
package no.nullpunkt.trace;
