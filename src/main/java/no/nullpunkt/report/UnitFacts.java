package no.nullpunkt.report;

import java.util.UUID;

/**
 * A unit of the municipality.
 *
 * @param kind the municipality's own word for what it is, or null
 * @param parentId the unit above, null at the top
 */
public record UnitFacts(UUID id, String name, String kind, UUID parentId) {}
