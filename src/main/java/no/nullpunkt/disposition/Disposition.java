package no.nullpunkt.disposition;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a benefit's measured hours or kroner, booked to what it was used for. */
@Entity
@IdClass(Key.class)
class Disposition {

    @Schema(name = "DispositionCategory")
    enum Category {
        BUDGET_REDUCED,
        POSITION_NOT_FILLED,
        MORE_USERS,
        BETTER_QUALITY,
        OTHER_TASKS
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;
    UUID unitId;
    YearMonth month;

    /** The last month it is booked to, monthly; null where it is one month. */
    YearMonth untilMonth;

    /** Per month; null where kroner are booked. */
    BigDecimal hours;

    BigDecimal nok;

    @Enumerated(EnumType.STRING)
    Category category;

    String note;
    String decisionReference;

    @Version
    int version;

    protected Disposition() {}

    Disposition(int municipalityId, UUID benefitId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.benefitId = benefitId;
    }

    /** Every month it is booked to. */
    Stream<YearMonth> months() {
        var last = untilMonth == null ? month : untilMonth;
        return Stream.iterate(month, each -> !each.isAfter(last), each -> each.plusMonths(1));
    }

    boolean booksHours() {
        return hours != null;
    }

    /** Hours or NOK a month. */
    BigDecimal amount() {
        return booksHours() ? hours : nok;
    }
}
