package no.nullpunkt.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.SecurityEvent;

/** Writes the export for the archive, a file for each kind of thing, and last what they are with their digests. */
@ApplicationScoped
class AuditExportService {

    private static final int LONGEST_IN_SECONDS = 1800;

    /** Writes rows of one kind. */
    private interface Source {

        void read(Traces.Rows rows);
    }

    /** @param sha256 of the bytes of the file, in hexadecimal digits */
    record FileWritten(String name, long lines, String sha256) {}

    /** @param until the end of the last month, which is not in it */
    record Manifest(
            String municipality,
            YearMonth from,
            YearMonth to,
            Instant since,
            Instant until,
            Instant madeAt,
            List<FileWritten> files) {}

    private final Traces traces;
    private final ObjectMapper mapper;
    private final Event<SecurityEvent> events;
    private final Clock clock;

    AuditExportService(Traces traces, ObjectMapper mapper, Event<SecurityEvent> events, Clock clock) {
        this.traces = traces;
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_IN_SECONDS)
    void write(Caller caller, YearMonth from, YearMonth to, OutputStream out) throws IOException {
        var municipality = caller.municipalityId();
        var since = from.atDay(1).atStartOfDay(clock.getZone()).toInstant();
        var until = to.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
        var files = new ArrayList<FileWritten>();
        try (var zip = new ZipOutputStream(out)) {
            for (var thing : traces.things()) {
                files.add(write(
                        zip,
                        "changes/" + thing + ".ndjson",
                        rows -> traces.changes(thing, municipality, since, until, rows)));
            }
            files.add(
                    write(zip, "changes/baseline.ndjson", rows -> traces.baselines(municipality, since, until, rows)));
            files.add(write(
                    zip, "security-events.ndjson", rows -> traces.securityEvents(municipality, since, until, rows)));
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Manifest(caller.number(), from, to, since, until, clock.instant(), files)));
        }
        events.fire(SecurityEvent.by(caller, SecurityEvent.Kind.AUDIT_EXPORTED, caller.personId(), from + " " + to));
    }

    private static FileWritten write(ZipOutputStream zip, String name, Source source) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = sha256();
        var lines = new long[1];
        source.read(json -> {
            var line = (json + "\n").getBytes(StandardCharsets.UTF_8);
            zip.write(line);
            digest.update(line);
            lines[0]++;
        });
        return new FileWritten(name, lines[0], HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
