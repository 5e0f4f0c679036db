package no.nullpunkt.shared;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails over to the mail server. */
@ApplicationScoped
public class Post {

    /** Less than a transaction lasts, for a mail is sent within one. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public enum Outcome {
        SENT,
        /** The server said no to this mail; another may be taken. */
        REFUSED,
        /** No server answers, so it is no use to try another mail now. */
        UNREACHABLE
    }

    /**
     * What a mail says.
     *
     * @param language the tag of it, such as nn
     */
    public record Message(String language, String subject, String text, String html) {}

    /** @param error null when sent */
    public record Delivery(Outcome outcome, String error) {}

    private final ReactiveMailer mailer;
    private final Vertx vertx;
    private final Optional<URI> address;
    private final Optional<String> from;
    private final boolean demonstration;

    Post(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "nullpunkt.address") Optional<URI> address,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            @ConfigProperty(name = "nullpunkt.demonstration") boolean demonstration) {
        this.mailer = mailer;
        this.vertx = vertx;
        this.address = address;
        this.from = from;
        this.demonstration = demonstration;
    }

    /** Why this installation sends no mail, for its operator; empty where it does. */
    public Optional<String> obstacle() {
        if (demonstration) {
            return Optional.of("this is the demonstration");
        }
        if (from.isEmpty()) {
            return Optional.of("quarkus.mailer.from is not configured");
        }
        return address.isEmpty() ? Optional.of("nullpunkt.address is not configured") : Optional.empty();
    }

    /**
     * Where links lead, without a slash at the end.
     *
     * @param without to where nothing is configured, so that no mail is sent either
     */
    public String address(URI without) {
        return address.orElse(without).toString().replaceFirst("/+$", "");
    }

    /** Where the links of a mail lead. */
    public String address() {
        return address(null);
    }

    /**
     * Sends one mail, and waits for the server's word.
     *
     * @param id names the mail, the same each time it is tried: should a server have taken it without our hearing so,
     *     mail programs know the second as the first
     */
    public Delivery send(String to, Message message, UUID id) {
        var mail = Mail.withText(to, message.subject(), message.text())
                .setHtml(message.html())
                .addHeader("Message-ID", "<" + id + "@" + address.orElseThrow().getHost() + ">")
                .addHeader("Content-Language", message.language())
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).runSubscriptionOn(this::onEventLoop).await().atMost(LONGEST);
            return new Delivery(Outcome.SENT, null);
        } catch (TimeoutException e) {
            return new Delivery(Outcome.UNREACHABLE, "no answer within " + LONGEST.toSeconds() + " s");
        } catch (RuntimeException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            var saysNo = cause instanceof SMTPException || cause instanceof IllegalArgumentException;
            var error = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            return new Delivery(saysNo ? Outcome.REFUSED : Outcome.UNREACHABLE, error);
        }
    }

    /** Where Vert.x reads the socket, too: from any other thread it may miss the greeting of a server that is quick. */
    private void onEventLoop(Runnable command) {
        vertx.getOrCreateContext().runOnContext(ignored -> command.run());
    }
}
