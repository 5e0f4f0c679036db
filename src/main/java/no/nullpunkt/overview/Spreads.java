package no.nullpunkt.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.nullpunkt.network.Networks;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Sql;
import no.nullpunkt.shared.AcrossMunicipalities;

/**
 * The distributions of a network, made anew each time of all that was ever shared with it: what may be told hangs on what
 * was told before, and so is the same whoever asks and however often.
 */
@ApplicationScoped
class Spreads {

    /**
     * Something that changed.
     *
     * @param indicatorCode null when a municipality has left, and with it all it shared
     * @param perCent null where it shares none any more
     */
    private record Event(int municipalityId, String indicatorCode, BigDecimal perCent, Instant at) {}

    private static final Sql SHARED = Sql.of("""
            select municipality_id, indicator_code, per_cent, at from shared_improvement
            where network_id = :network and year = :year
            """);

    private static final Sql LEFT = Sql.of("""
            select member_id as municipality_id, cast(null as text) as indicator_code, cast(null as numeric) as per_cent,
                changed_at as at
            from network_member_versions
            where municipality_id = :host and network_id = :network and state = 'ENDED'
            """);

    private final DataSource dataSource;

    Spreads(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By indicator, for a reader of a municipality. */
    @AcrossMunicipalities("what was told of those that have left decides what may be told of the others")
    Map<String, Overview.Spread> of(Networks.Seen network, int year, int readerId) {
        var cohorts = new HashMap<String, Cohort>();
        var own = new HashMap<String, BigDecimal>();
        for (var event : events(network, year)) {
            if (event.indicatorCode() == null) {
                cohorts.values().forEach(each -> each.share(event.municipalityId(), null, event.at()));
            } else {
                cohorts.computeIfAbsent(event.indicatorCode(), added -> new Cohort())
                        .share(event.municipalityId(), event.perCent(), event.at());
            }
            if (event.municipalityId() == readerId) {
                if (event.indicatorCode() == null) {
                    own.clear();
                } else {
                    own.put(event.indicatorCode(), event.perCent());
                }
            }
        }
        var spreads = new HashMap<String, Overview.Spread>();
        cohorts.forEach((code, cohort) -> spreads.put(code, spread(year, cohort, own.get(code))));
        return spreads;
    }

    private List<Event> events(Networks.Seen network, int year) {
        try (var reading = new Reading(dataSource, network.hostId(), Instant.EPOCH)) {
            var arguments = Map.of("network", network.id(), "host", network.hostId(), "year", year);
            var events = new ArrayList<Event>();
            for (var sql : List.of(SHARED, LEFT)) {
                events.addAll(reading.list(
                        sql,
                        arguments,
                        row -> new Event(
                                row.integer("municipality_id"),
                                row.text("indicator_code"),
                                row.number("per_cent"),
                                row.time("at"))));
            }
            events.sort(Comparator.comparing(Event::at));
            return events;
        }
    }

    private static Overview.Spread spread(int year, Cohort cohort, BigDecimal own) {
        var shown = cohort.shown().orElse(null);
        return new Overview.Spread(
                year,
                cohort.sharing(),
                shown,
                own == null ? null : new Overview.Own(own, shown == null ? null : shown.placeOf(own)));
    }
}
