/**
 * Municipalities that look at their figures together: a regional project, a county, the country.
 *
 * <p>A network has a host, whose administrators invite and grant reading; a municipality is a member when both its own
 * administrator and the host's want it. Being a member shows nothing to anyone: what is shared, and how it is told, is in
 * {@code no.nullpunkt.overview}; who may read is asked of {@link no.nullpunkt.access.Caller}, by what {@link
 * no.nullpunkt.network.Networks} finds.
 */
package no.nullpunkt.network;
