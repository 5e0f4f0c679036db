package no.nullpunkt.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import no.nullpunkt.shared.Post;

/** What a mail says, in the words of its reader: as plain text and as HTML, which escapes what people have written. */
record Letter(
        String language,
        String subject,
        String greeting,
        List<Section> sections,
        String why,
        String turnOff,
        String turnOffLink) {

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance letterText(Letter letter);

        static native TemplateInstance letterHtml(Letter letter);
    }

    /** @param closing null where nothing is to be added */
    record Section(String opening, List<Part> parts, String closing) {}

    /** @param link where the lines are dealt with; null, as its text, where nowhere */
    record Part(String heading, List<String> lines, String linkText, String link) {}

    Post.Message message() {
        return new Post.Message(
                language,
                subject,
                Templates.letterText(this).render(),
                Templates.letterHtml(this).render());
    }
}
