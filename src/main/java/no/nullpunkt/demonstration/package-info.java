/**
 * The published pilots as walks through the API (samples/*.http), the runner that executes them, and the demonstration
 * municipality made of them.
 *
 * <p>A walk repeated changes nothing, for every request in it may be; so a load that broke off is simply walked again.
 * A database with well-known passwords is never served in earnest nor beyond loopback: {@link
 * no.nullpunkt.production.StartCheck}.
 */
package no.nullpunkt.demonstration;
