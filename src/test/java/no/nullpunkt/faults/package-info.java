/**
 * What breaks in operation, done to the packaged service and real PostgreSQL servers while clients write on. Each client
 * keeps an account of its own of what was acknowledged; afterwards every acknowledged value is there, once, as it was
 * sent, and nothing is half there.
 */
package no.nullpunkt.faults;
