/**
 * Who is calling and what they may do: people, their roles and grants, accounts and sign-in.
 *
 * <p>Whoever is of another municipality gets 404 for all of one, whoever has no grant in their own gets 403, and every right is asked of {@link
 * no.nullpunkt.access.Caller} and nowhere else. The table of rights is that class.
 */
package no.nullpunkt.access;
