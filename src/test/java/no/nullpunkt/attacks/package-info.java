/** Attacks on the service, one kind a class; they walk all operations, pages and files, so that a new one is attacked too. */
package no.nullpunkt.attacks;
