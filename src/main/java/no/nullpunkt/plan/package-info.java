/**
 * The benefit overview, the realisation plan and the benefit map, as a page and as a Word document.
 *
 * <p>All are told from one {@code Plan}, read as of an instant; planned hours and kroner are those of the results. The
 * map is laid out here, by {@code MapLayout}, and drawn alike on the page and in the document.
 */
package no.nullpunkt.plan;
