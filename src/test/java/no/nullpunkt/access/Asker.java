package no.nullpunkt.access;

import java.util.List;

/** Who asks: the columns of the table of rights. The unit is the one that the benefit asked about is measured in. */
enum Asker {
    NOBODY("nobody"),
    ADMINISTRATOR("ADMINISTRATOR"),
    PROJECT_LEADER("PROJECT_LEADER"),
    LEADER("LEADER"),
    BENEFIT_OWNER("BENEFIT_OWNER"),
    OWNER("owner"),
    OVERALL_OWNER("overall owner"),
    IN_UNIT("BENEFIT_OWNER in the unit"),
    IN_OTHER_UNIT("BENEFIT_OWNER in another unit"),
    MEASURER("measurer"),
    LEADING_IN_UNIT("leading roles in the unit only"),
    MACHINE("INTEGRATION in the unit"),
    MACHINE_IN_OTHER_UNIT("INTEGRATION in another unit"),
    ELSEWHERE("another municipality");

    final String title;

    Asker(String title) {
        this.title = title;
    }

    /** Those who are told by a role in the whole municipality, and so have their like in another. */
    static final List<Asker> BY_ROLE = List.of(ADMINISTRATOR, PROJECT_LEADER, LEADER, BENEFIT_OWNER);
}
