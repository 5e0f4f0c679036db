package no.nullpunkt.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Words;

/** Writes the mails that bring a link to set a password with. */
@ApplicationScoped
class PasswordLetters {

    /** What a mail says, in the words of its reader. */
    record Letter(
            String language, String subject, String greeting, String why, String link, String holds, String not) {}

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance passwordLetterText(Letter letter);

        static native TemplateInstance passwordLetterHtml(Letter letter);
    }

    private final Post post;
    private final Clock clock;

    PasswordLetters(Post post, Clock clock) {
        this.post = post;
        this.clock = clock;
    }

    Post.Message write(PasswordLinks.Kind kind, String name, String code, Instant expiresAt, Language language) {
        var t = new Words(language);
        var until = ZonedDateTime.ofInstant(expiresAt, clock.getZone());
        var invites = kind == PasswordLinks.Kind.INVITATION;
        var letter = new Letter(
                language.name().toLowerCase(Locale.ROOT),
                invites ? t.of("invitation-subject") : t.of("reset-subject"),
                t.of("letter-greeting", name.strip().replaceAll("\\s+", " ")),
                invites ? t.of("invitation-why") : t.of("reset-why"),
                post.address() + PasswordPages.NEW_PASSWORD + "?" + PasswordPages.CODE + "=" + code,
                t.of("letter-holds", language.day(until.toLocalDate()), String.format("%tR", until)),
                t.of("letter-not-you"));
        return new Post.Message(
                letter.language,
                letter.subject,
                Templates.passwordLetterText(letter).render(),
                Templates.passwordLetterHtml(letter).render());
    }
}
