package no.nullpunkt.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Period;

/** Reads portfolios as of an instant. */
@ApplicationScoped
public class Snapshots {

    /**
     * The portfolio over a period, as it was known.
     *
     * @param asOf null for now
     * @throws no.nullpunkt.shared.Problem 422 when asOf is later than now, 404 when the filter names what is not there
     */
    public Snapshot read(int municipalityId, String number, Period period, Instant asOf, Filter filter) {
        throw new UnsupportedOperationException();
    }

    /** What is told of each benefit of the snapshot, by its id; all are there. */
    public Map<UUID, BenefitStory> stories(int municipalityId, Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }

    /** How each value of the snapshot's period came to be recorded, earliest first; series with none are left out. */
    public Map<SeriesKey, List<Recorded>> recorded(int municipalityId, Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }
}
