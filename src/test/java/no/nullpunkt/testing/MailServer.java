package no.nullpunkt.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that speaks SMTP where the service looks for one, keeps what it takes, and refuses whom it is told to. */
public final class MailServer implements AutoCloseable {

    /** A mail as it came, with the recipient of its envelope. */
    public record Received(String to, MimeMessage message) {

        public String header(String name) {
            try {
                var values = message.getHeader(name);
                return values == null ? null : String.join("\n", values);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String text() {
            return part("text/plain").replace("\r\n", "\n");
        }

        public String html() {
            return part("text/html");
        }

        private String part(String type) {
            try {
                return find(message, type);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String find(Part part, String type) throws MessagingException, IOException {
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof MimeMultipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    var found = find(parts.getBodyPart(i), type);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final SMTPServer server;

    private MailServer(int port) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    public static MailServer start() {
        return start(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
    }

    /** For a service in another process. */
    public static MailServer start(int port) {
        return new MailServer(port);
    }

    /** From now on says of an address that nobody lives there. */
    public void refuse(String address) {
        refused.add(address);
    }

    public void refuseNobody() {
        refused.clear();
    }

    public List<Received> received() {
        return received;
    }

    /** What came for one address. */
    public List<Received> receivedBy(String address) {
        return received.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private String to;

        Handler(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (refused.contains(recipient)) {
                throw new RejectException(550, "no such mailbox");
            }
            to = recipient;
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                received.add(new Received(to, new MimeMessage(null, new ByteArrayInputStream(data.readAllBytes()))));
                return null;
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {}
    }
}
