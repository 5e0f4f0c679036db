package no.nullpunkt.shared;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps birth numbers out of the log of requests: an address is refused for one, and was logged all the same. */
@ApplicationScoped
public class AccessLog {

    /** Held here, or the filter would go with it. */
    private static final Logger LOG = Logger.getLogger("nullpunkt.access");

    void atStart(@Observes StartupEvent event) {
        LOG.setFilter(AccessLog::hide);
    }

    private static boolean hide(LogRecord request) {
        if (!isFitToLog(request.getMessage())) {
            request.setMessage(request.getMessage().replaceFirst("/\\S*", "/…"));
        }
        return true;
    }

    private static boolean isFitToLog(String request) {
        try {
            return BirthNumber.in(URLDecoder.decode(request, StandardCharsets.UTF_8))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
