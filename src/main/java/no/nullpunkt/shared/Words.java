package no.nullpunkt.shared;

import io.quarkus.qute.TemplateExtension;

/** The texts of the pages in one language: {@code t.save} is a template's way of saying {@code save}. */
public record Words(Language language) {

    private static final String BUNDLE = "pages";

    public String of(String key, Object... arguments) {
        return language.text(BUNDLE, key, arguments);
    }

    @TemplateExtension(matchName = TemplateExtension.ANY)
    static String text(Words words, String key) {
        return words.of(key);
    }

    @TemplateExtension(matchName = TemplateExtension.ANY)
    static String text(Words words, String key, Object first) {
        return words.of(key, first);
    }

    @TemplateExtension(matchName = TemplateExtension.ANY)
    static String text(Words words, String key, Object first, Object second) {
        return words.of(key, first, second);
    }

    @TemplateExtension(matchName = TemplateExtension.ANY)
    static String text(Words words, String key, Object first, Object second, Object third) {
        return words.of(key, first, second, third);
    }
}
