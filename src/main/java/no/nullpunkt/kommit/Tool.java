package no.nullpunkt.kommit;

import java.time.LocalDate;
import java.util.List;

/**
 * What one filled copy of the tool holds; null and empty where nothing was filled in.
 *
 * @param found every cell with something filled in, in reading order
 */
record Tool(
        Project project,
        List<Filled> benefits,
        Given<LocalDate> planned,
        Given<LocalDate> measured,
        List<Found> found,
        List<Finding> findings) {

    /** A cell as it was read, and whether anything was made of it. */
    record Found(Place place, String text, boolean used) {}

    record Project(
            Given<String> name, Given<String> purpose, Given<String> serviceOwner, Given<String> projectLeader) {}

    /** @param heading key of a text in {@code texts/kommit_*.properties} */
    record Remark(String heading, Given<String> text) {}

    record Action(Given<String> description, Given<LocalDate> due, Given<String> responsible) {}
}
