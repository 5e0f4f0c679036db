/**
 * Who is calling and what they may do: people, their roles and grants, accounts and sign-in.
 *
 * <p>Whoever has no grant in a municipality gets 404 for all of it, and every right is asked of {@link
 * no.nullpunkt.access.Caller} and nowhere else. The table of rights is that class.
 */
package no.nullpunkt.access;
