/**
 * The leaders' page: what was planned, measured and taken out, and what each figure was made of.
 *
 * <p>A page is made of one snapshot and holds no rule of its own about figures; whatever it is narrowed to stands in its
 * address, and each figure links to its terms as of the instant it was read at. The figures and what is hidden of them
 * are {@code no.nullpunkt.results}'.
 */
package no.nullpunkt.portfolio;
