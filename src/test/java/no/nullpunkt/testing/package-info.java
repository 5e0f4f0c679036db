/** What the tests stand on: a real PostgreSQL, a municipality of each test's own, and signed-in callers. */
package no.nullpunkt.testing;
