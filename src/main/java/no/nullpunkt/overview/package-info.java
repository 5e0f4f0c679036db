/**
 * What municipalities share with a network, and what is told of it together.
 *
 * <p>A leader shares an issued report, whole and as it was issued; nothing else is ever seen of a municipality, and no
 * month of one counts twice. What is told of hours and kroner is sums of what was shared ({@link
 * no.nullpunkt.overview.SharedFigures}), and what is told of ready indicators is where five or more municipalities lie
 * ({@link no.nullpunkt.overview.Cohort}).
 */
package no.nullpunkt.overview;
