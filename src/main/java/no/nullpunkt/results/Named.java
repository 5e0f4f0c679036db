package no.nullpunkt.results;

import java.util.UUID;

/** A person or a thing by its id and its name. */
public record Named(UUID id, String name) {}
