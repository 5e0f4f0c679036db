package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mail leaves only where someone has said so. */
class PostTest {

    private static final Optional<URI> ADDRESS = Optional.of(URI.create("https://nullpunkt.example/under/"));
    private static final Optional<String> FROM = Optional.of("nullpunkt@kommune.example");

    @Test
    void theDemonstrationMailsNobody() {
        assertEquals(
                Optional.of("this is the demonstration"),
                post(ADDRESS, FROM, true).obstacle());
    }

    @Test
    void withoutSenderOrAddressNothingIsMailed() {
        assertEquals(
                Optional.of("quarkus.mailer.from is not configured"),
                post(ADDRESS, Optional.empty(), false).obstacle());
        assertEquals(
                Optional.of("nullpunkt.address is not configured"),
                post(Optional.empty(), FROM, false).obstacle());
        assertEquals(Optional.empty(), post(ADDRESS, FROM, false).obstacle());
    }

    @Test
    void linksLeadToTheAddressConfiguredWhateverWasAskedFor() {
        var asked = URI.create("http://localhost:8080/");
        assertEquals(
                "https://nullpunkt.example/under", post(ADDRESS, FROM, false).address(asked));
        assertEquals(
                "http://localhost:8080", post(Optional.empty(), FROM, false).address(asked));
    }

    private static Post post(Optional<URI> address, Optional<String> from, boolean demonstration) {
        return new Post(null, null, address, from, demonstration);
    }
}
