package no.nullpunkt.results;

import java.util.UUID;

/** Whom figures are for: small counts of persons are hidden from whoever may not enter them. */
@FunctionalInterface
public interface Reader {

    /** Anyone at all, as for what is issued: nobody may enter anything, and all small counts are hidden. */
    Reader EVERYONE = (unitId, measurerId) -> false;

    /** Whether the reader may, at present, enter the values of a series measured in the unit by the person, if any. */
    boolean mayEnterValues(UUID unitId, UUID measurerId);
}
