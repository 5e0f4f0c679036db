package no.nullpunkt.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.access.SecurityEvent;
import no.nullpunkt.shared.Problem;

/** Makes a person who has left nameless. What they did stands, by an id that no longer tells who they were. */
@ApplicationScoped
class ErasureService {

    /** How a workbook, which is a zip, begins. */
    private static final String ZIP_SIGN = "PK";

    /** @param keptIn issued reports that name the person and never change */
    record Erased(String pseudonym, List<UUID> keptIn) {}

    private final Traces traces;
    private final People people;
    private final Event<SecurityEvent> events;

    ErasureService(Traces traces, People people, Event<SecurityEvent> events) {
        this.traces = traces;
        this.people = people;
        this.events = events;
    }

    /**
     * Replaces name and e-mail by a pseudonym, in history too, while all other changes wait.
     *
     * @throws Problem 409 when the person is still here, or was made nameless before
     */
    @Transactional
    Erased erase(Caller caller, UUID personId, String reason) {
        caller.mustAdminister();
        caller.beginChangeAlone();
        people.mustHaveLeft(caller.municipalityId(), personId);
        if (traces.isErased(caller.municipalityId(), personId)) {
            throw Problem.conflict("person-erased");
        }
        var names = traces.namesOf(caller.municipalityId(), personId);
        var keptIn = traces.issuedReports(caller.municipalityId()).stream()
                .filter(report -> names(caller.municipalityId(), report, names))
                .toList();
        var pseudonym = traces.erase(caller.municipalityId(), personId, caller.personId(), reason);
        events.fire(SecurityEvent.by(caller, SecurityEvent.Kind.PERSON_ERASED, personId, null));
        return new Erased(pseudonym, keptIn);
    }

    private boolean names(int municipalityId, UUID reportId, List<String> names) {
        return traces.filesOf(municipalityId, reportId).stream()
                .map(ErasureService::textOf)
                .anyMatch(text -> names.stream().anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT))));
    }

    /** All there is to read in a file, in lower case. */
    private static String textOf(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        if (!text.startsWith(ZIP_SIGN)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var parts = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString().toLowerCase(Locale.ROOT);
    }
}
