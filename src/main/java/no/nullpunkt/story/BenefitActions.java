package no.nullpunkt.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Sql;

/** Reads what is to be done for a benefit, as of an instant. */
@ApplicationScoped
class BenefitActions {

    /**
     * An action, or a routine to stop.
     *
     * @param responsible by name, or null
     * @param done null until it is
     */
    record Action(boolean isRoutine, String description, String responsible, LocalDate due, LocalDate done) {}

    private static final Sql ACTIONS = Sql.of("""
            select kind = 'STOP' as is_routine, description, person.name as responsible, due, done
            from action_versions action
            left join person_versions person
                on person.municipality_id = :municipality and person.id = responsible_id
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where action.municipality_id = :municipality and benefit_id = :benefit
                and action.changed_at <= :asOf and action.superseded_at > :asOf
            order by due, action.id
            """);

    private final DataSource dataSource;

    BenefitActions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The earliest due first. */
    List<Action> of(int municipalityId, UUID benefitId, Instant asOf) {
        try (var reading = new Reading(dataSource, municipalityId, asOf)) {
            return reading.list(
                    ACTIONS,
                    Map.of("benefit", benefitId),
                    row -> new Action(
                            row.flag("is_routine"),
                            row.text("description"),
                            row.text("responsible"),
                            row.date("due"),
                            row.date("done")));
        }
    }
}
