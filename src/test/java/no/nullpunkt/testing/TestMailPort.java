package no.nullpunkt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Where a test may start a mail server: a port that was free a moment ago. */
@QuarkusTestResource(TestMailPort.class)
public class TestMailPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            return Map.of(
                    "quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(free.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
