package no.nullpunkt.indicator;

import java.util.UUID;

/** Names a series: by its key, or else by indicator and unit. */
public record SeriesName(Long key, UUID indicatorId, UUID unitId) {}
