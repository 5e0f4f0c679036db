package no.nullpunkt.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Copies what belongs to moved units from one municipality to another, table by table and set by set: a thousand series
 * of three years are a few statements. Ids stay the same, since every key begins with the municipality.
 *
 * <p>A rollout, benefit or indicator comes along with any of its units; where some stay behind, each municipality has
 * it with its own series. Parameters, grants, accounts, reports and closed months are not carried: they are each
 * municipality's own.
 */
@ApplicationScoped
class Carrying {

    private static final String UNITS = "select id from unit where municipality_id = $1 and left_by = $3";
    private static final String SERIES =
            "select id from series where municipality_id = $1 and unit_id in (" + UNITS + ")";
    private static final String INDICATORS =
            "select indicator_id from series where municipality_id = $1 and unit_id in (" + UNITS + ")";
    private static final String MEASURED_BENEFITS =
            "select benefit_id from indicator where municipality_id = $1 and id in (" + INDICATORS + ")";
    private static final String ROLLOUTS =
            "select rollout_id from rollout_unit where municipality_id = $1 and unit_id in (" + UNITS + ") "
                    + "union select rollout_id from benefit where municipality_id = $1 and id in (" + MEASURED_BENEFITS
                    + ")";
    private static final String BENEFITS = "select id from benefit where municipality_id = $1 and (id in ("
            + MEASURED_BENEFITS + ") or rollout_id in (" + ROLLOUTS + ") and not exists (select 1 from indicator "
            + "where indicator.municipality_id = $1 and indicator.benefit_id = benefit.id))";

    /** Which rows of which table are carried, in the order of their references. */
    static final Map<String, String> CARRIED = carried();

    private static final String RECOGNISED_PEOPLE = ("""
            insert into carried_person (municipality_id, transfer_id, id, carried_as)
            select cast(:receiving as integer), :transfer, person.id, coalesce(there.id, person.id)
            from person
            left join person there on there.municipality_id = :receiving and there.email = person.email
            where person.municipality_id = $1 and person.id in (
                select unnest(array[owner_id, overall_owner_id, asker_id]) from benefit
                where municipality_id = $1 and id in (%1$s)
                union select unnest(array[responsible_id, confirmed_by]) from action
                where municipality_id = $1 and benefit_id in (%1$s)
                union select approved_by_id from success_story where municipality_id = $1 and benefit_id in (%1$s)
                union select leader_id from rollout where municipality_id = $1 and id in (%2$s)
                union select measurer_id from series where municipality_id = $1 and unit_id in (%3$s)
            )
            """)
            .formatted(BENEFITS, ROLLOUTS, UNITS)
            .replace("$1", ":municipality")
            .replace("$3", ":transfer");

    private static Map<String, String> carried() {
        var carried = new LinkedHashMap<String, String>();
        carried.put(
                "person",
                "id in (select id from carried_person where municipality_id = $2 and transfer_id = $3 and id = carried_as)");
        carried.put(
                "own_technology",
                "code in (select technology from rollout_technology where municipality_id = $1 and rollout_id in ("
                        + ROLLOUTS + ") union select technology from benefit_technology where municipality_id = $1 "
                        + "and benefit_id in (" + BENEFITS + "))");
        carried.put("rollout", "id in (" + ROLLOUTS + ")");
        carried.put("rollout_technology", "rollout_id in (" + ROLLOUTS + ")");
        carried.put("rollout_unit", "unit_id in (" + UNITS + ")");
        // What a rollout cost is told once: it stays behind with units that do.
        carried.put(
                "cost",
                "rollout_id in (" + ROLLOUTS + ") and rollout_id not in (select rollout_id from rollout_unit "
                        + "where municipality_id = $1 and unit_id not in (" + UNITS + "))");
        carried.put("benefit", "id in (" + BENEFITS + ")");
        for (var ofBenefit :
                new String[] {"benefit_technology", "action", "waiver", "deviation", "decision", "success_story"}) {
            carried.put(ofBenefit, "benefit_id in (" + BENEFITS + ")");
        }
        carried.put("recipe_use", "id in (" + ROLLOUTS + ")");
        carried.put("need", "rollout_id in (" + ROLLOUTS + ")");
        carried.put(
                "goal",
                "id in (select goal_id from benefit_goal where municipality_id = $1 and benefit_id in (" + BENEFITS
                        + "))");
        carried.put("benefit_plan", "id in (" + BENEFITS + ")");
        for (var ofPlan : new String[] {"benefit_need", "benefit_goal", "benefit_risk"}) {
            carried.put(ofPlan, "benefit_id in (" + BENEFITS + ")");
        }
        carried.put("indicator", "id in (" + INDICATORS + ")");
        carried.put("indicator_amount", "indicator_id in (" + INDICATORS + ")");
        carried.put("series", "unit_id in (" + UNITS + ")");
        for (var ofSeries : new String[] {"baseline", "target", "measurement"}) {
            carried.put(ofSeries, "series_id in (" + SERIES + ")");
        }
        carried.put("disposition", "unit_id in (" + UNITS + ") and benefit_id in (" + BENEFITS + ")");
        return carried;
    }

    private final Session session;

    Carrying(Session session) {
        this.session = session;
    }

    /**
     * Marks the units, with all below them, as leaving. The change of the giving municipality is open.
     *
     * @return how many
     */
    int takeLeave(Transfer transfer) {
        return session.createNativeQuery("""
                        with recursive moving as (
                            select id from unit
                            where municipality_id = :municipality and left_by is null
                                and (cardinality(cast(:units as uuid[])) = 0 or id = any (cast(:units as uuid[])))
                            union
                            select unit.id from unit join moving on unit.parent_id = moving.id
                            where unit.municipality_id = :municipality and unit.left_by is null
                        )
                        update unit set left_by = :transfer, left_on = :on, version = version + 1
                        from moving where municipality_id = :municipality and unit.id = moving.id
                        """)
                .setParameter("municipality", transfer.municipalityId)
                .setParameter("units", transfer.unitIds.toArray(UUID[]::new))
                .setParameter("transfer", transfer.id)
                .setParameter("on", transfer.validFrom.atDay(1))
                .executeUpdate();
    }

    /** Whether the receiving municipality has had one of the units before, and so has another's months under its id. */
    boolean areKnown(Transfer transfer) {
        return (Boolean) session.createNativeQuery("""
                        select exists (
                            select 1 from unit
                            join unit there on there.municipality_id = :receiving and there.id = unit.id
                            where unit.municipality_id = :municipality and unit.left_by = :transfer
                        )
                        """, Boolean.class)
                .setParameter("municipality", transfer.municipalityId)
                .setParameter("receiving", transfer.receivingId)
                .setParameter("transfer", transfer.id)
                .getSingleResult();
    }

    /** Copies all that belongs to the units that have left. The change of the receiving municipality is open. */
    void carry(Transfer transfer) {
        carryUnits(transfer);
        recognisePeople(transfer);
        CARRIED.forEach((table, condition) -> session.createNativeQuery(
                        "select carry(:table, :municipality, :receiving, :transfer, :condition)", Long.class)
                .setParameter("table", table)
                .setParameter("municipality", transfer.municipalityId)
                .setParameter("receiving", transfer.receivingId)
                .setParameter("transfer", transfer.id)
                .setParameter("condition", condition)
                .getSingleResult());
    }

    /** A unit whose upper unit stays behind comes to the top of the tree. */
    private void carryUnits(Transfer transfer) {
        session.createNativeQuery("""
                        insert into unit (municipality_id, id, name, kind, parent_id, version, came_from, came_by, came_on)
                        select :receiving, unit.id, unit.name, unit.kind, above.id, unit.version,
                            unit.municipality_id, unit.left_by, unit.left_on
                        from unit
                        left join unit above on above.municipality_id = unit.municipality_id
                            and above.id = unit.parent_id and above.left_by = :transfer
                        where unit.municipality_id = :municipality and unit.left_by = :transfer
                        """)
                .setParameter("municipality", transfer.municipalityId)
                .setParameter("receiving", transfer.receivingId)
                .setParameter("transfer", transfer.id)
                .executeUpdate();
    }

    /** Everyone named in what moves; whoever works in the receiving municipality already is one and the same there. */
    private void recognisePeople(Transfer transfer) {
        session.createNativeQuery(RECOGNISED_PEOPLE)
                .setParameter("municipality", transfer.municipalityId)
                .setParameter("receiving", transfer.receivingId)
                .setParameter("transfer", transfer.id)
                .executeUpdate();
    }
}
