package no.nullpunkt.story;

import static no.nullpunkt.story.Told.Field.choice;
import static no.nullpunkt.story.Told.Field.day;
import static no.nullpunkt.story.Told.Field.flag;
import static no.nullpunkt.story.Told.Field.list;
import static no.nullpunkt.story.Told.Field.month;
import static no.nullpunkt.story.Told.Field.named;
import static no.nullpunkt.story.Told.Field.number;
import static no.nullpunkt.story.Told.Field.person;
import static no.nullpunkt.story.Told.Field.text;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the change log of a benefit tells of: where it is kept, which rows are the benefit's, and their fields in the
 * order they are told. Keys, and what nobody reads, are not told.
 */
@Schema(name = "ChangedThing")
enum Told {
    BENEFIT(
            "benefit",
            Place.itself("id = :benefit"),
            text("title"),
            choice("step", "step"),
            text("abandoned_reason"),
            person("owner_id"),
            person("overall_owner_id"),
            person("asker_id"),
            choice("type", "type"),
            choice("plan_heading", "planHeading"),
            number("attribution_share"),
            text("attribution_note"),
            flag("expected"),
            text("description"),
            list("beneficiaries"),
            list("assumptions"),
            text("conclusion"),
            text("unaccounted_note")),
    SHARE("benefit_technology", Place.ofBenefit("technology"), number("share")),
    WAIVER("waiver", Place.ofBenefit("item"), text("reason")),
    ACTION(
            "action",
            Place.ofBenefit("id"),
            text("description"),
            choice("kind", "action"),
            person("responsible_id"),
            day("due"),
            day("done"),
            person("confirmed_by")),
    DEVIATION("deviation", Place.ofBenefit("id"), choice("cause", "cause"), text("explanation"), text("remedy")),
    DECISION(
            "decision",
            Place.ofBenefit("id"),
            choice("kind", "decision"),
            day("decided"),
            text("reference"),
            text("note")),
    BENEFIT_PLAN("benefit_plan", Place.itself("id = :benefit"), text("dependencies"), text("measuring")),
    NEED("benefit_need", Place.ofBenefit("need_id"), named("title", "need", "need_id")),
    GOAL("benefit_goal", Place.ofBenefit("goal_id"), named("title", "goal", "goal_id")),
    RISK(
            "benefit_risk",
            Place.ofBenefit("place"),
            text("description"),
            choice("likelihood", "risk"),
            choice("consequence", "risk"),
            text("remedy")),
    SUCCESS_STORY(
            "success_story",
            Place.ofBenefit("id"),
            text("title"),
            text("text"),
            person("approved_by_id"),
            text("withdrawn_reason")),
    DISPOSITION(
            "disposition",
            new Place("benefit_id = :benefit", "id", "null", "null", "unit_id", "month"),
            choice("category", "category"),
            number("hours"),
            number("nok"),
            month("until_month"),
            text("note"),
            text("decision_reference")),
    INDICATOR(
            "indicator",
            new Place("benefit_id = :benefit", "id", "null", "id", "null", "null"),
            text("name"),
            text("unit"),
            choice("role", "role"),
            choice("direction", "direction"),
            choice("aggregation", "aggregation"),
            number("factor"),
            number("frequency_months"),
            month("measure_from"),
            month("measure_to"),
            flag("counts_persons"),
            number("tolerance"),
            text("numerator"),
            text("denominator"),
            text("data_source"),
            text("catalogue_code"),
            choice("valuation", "valuation")),
    AMOUNT(
            "indicator_amount",
            new Place(
                    "indicator_id in (select id from its_indicator)",
                    "concat(indicator_id, '/', valid_from)",
                    "null",
                    "indicator_id",
                    "null",
                    "valid_from"),
            number("amount")),
    SERIES(
            "series",
            new Place("indicator_id in (select id from its_indicator)", "id", "id", "indicator_id", "unit_id", "null"),
            person("measurer_id")),
    TARGET("target", Place.ofSeries("valid_from"), number("value")),
    VALUE(
            "measurement",
            Place.ofSeries("month"),
            choice("status", "state"),
            number("value"),
            number("weight"),
            number("numerator"),
            number("denominator"),
            choice("quality", "quality"),
            text("comment")),
    BASELINE(
            "baseline",
            Place.ofSeries("version"),
            number("value"),
            number("weight"),
            number("numerator"),
            number("denominator"),
            day("period_from"),
            day("period_to"),
            text("method"),
            choice("quality", "quality")),
    ROLLOUT(
            "rollout",
            Place.itself("id in (select rollout_id from its_rollout)"),
            text("name"),
            month("planned_go_live"),
            month("go_live"),
            person("leader_id"),
            day("closed"));

    /** How what stands in a column is said. */
    enum Form {
        TEXT,
        LIST,
        NUMBER,
        MONTH,
        DAY,
        FLAG,
        PERSON,
        CHOICE
    }

    /**
     * A column that is told.
     *
     * @param choices what its labels are of, null where it is no choice
     * @param sql what gives it, which is the column unless it is the name of something else
     */
    record Field(String column, Form form, String choices, String sql) {

        Field(String column, Form form, String choices) {
            this(column, form, choices, column);
        }

        /** The present title of what a column refers to, or the last one it had. */
        public static Field named(String column, String table, String reference) {
            return new Field(
                    column,
                    Form.TEXT,
                    null,
                    "(select title from %1$s_versions where municipality_id = :municipality and id = %2$s "
                                    .formatted(table, reference)
                            + "order by changed_at desc limit 1)");
        }

        public static Field text(String column) {
            return new Field(column, Form.TEXT, null);
        }

        public static Field list(String column) {
            return new Field(column, Form.LIST, null);
        }

        public static Field number(String column) {
            return new Field(column, Form.NUMBER, null);
        }

        public static Field month(String column) {
            return new Field(column, Form.MONTH, null);
        }

        public static Field day(String column) {
            return new Field(column, Form.DAY, null);
        }

        public static Field flag(String column) {
            return new Field(column, Form.FLAG, null);
        }

        public static Field person(String column) {
            return new Field(column, Form.PERSON, null);
        }

        public static Field choice(String column, String choices) {
            return new Field(column, Form.CHOICE, choices);
        }
    }

    /** Where a row belongs, in SQL: to the benefit, and to which series, indicator, unit and month where to any. */
    record Place(String condition, String key, String series, String indicator, String unit, String month) {

        static Place itself(String condition) {
            return new Place(condition, "id", "null", "null", "null", "null");
        }

        static Place ofBenefit(String key) {
            return new Place("benefit_id = :benefit", key, "null", "null", "null", "null");
        }

        static Place ofSeries(String month) {
            return new Place(
                    "series_id in (select id from its_series)",
                    "concat(series_id, '/', " + month + ")",
                    "series_id",
                    "null",
                    "null",
                    month);
        }
    }

    final String table;
    final Place place;
    final List<Field> fields;

    Told(String table, Place place, Field... fields) {
        this.table = table;
        this.place = place;
        this.fields = List.of(fields);
    }

    /** The fields as one JSON object, in SQL. */
    String state() {
        return fields.stream()
                .map(field -> "'" + field.column() + "', " + field.sql())
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /** Whether its news is one number, or the two of a ratio. */
    boolean isNumber() {
        return this == SHARE || this == AMOUNT || this == TARGET || this == VALUE || this == BASELINE;
    }
}
