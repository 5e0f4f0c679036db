package no.nullpunkt.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import no.nullpunkt.access.Holder;
import no.nullpunkt.access.SecurityEvent;

/** Tells a person everything that is stored on them: each row of their municipality that tells of them, but no secrets. */
@ApplicationScoped
class OwnDataService {

    private final Traces traces;
    private final Event<SecurityEvent> events;

    OwnDataService(Traces traces, Event<SecurityEvent> events) {
        this.traces = traces;
        this.events = events;
    }

    @Transactional
    void write(Holder holder, OutputStream out) throws IOException {
        var separator = new String[] {"\n"};
        out.write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        traces.ofPerson(holder.municipalityId(), holder.personId(), json -> {
            out.write((separator[0] + json).getBytes(StandardCharsets.UTF_8));
            separator[0] = ",\n";
        });
        out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        events.fire(new SecurityEvent(
                SecurityEvent.Kind.DATA_EXPORTED, holder.municipalityId(), holder.personId(), null, null));
    }
}
