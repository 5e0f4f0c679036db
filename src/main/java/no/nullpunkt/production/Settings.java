package no.nullpunkt.production;

import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The configuration as the rules read it. What is blank is not there. */
final class Settings {

    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String HOST = "quarkus.http.host";
    static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

    private static final String PROVIDERS = "nullpunkt.oidc.";
    private static final Pattern PROVIDER = Pattern.compile("nullpunkt\\.oidc\\.([^.]+)\\..+");
    private static final Pattern CERTIFICATE = Pattern.compile(
            "quarkus\\.http\\.ssl\\.certificate\\.(?:files|key-store-file)|quarkus\\.tls\\.(?:.+\\.)?key-store\\..+");

    private final Config config;

    Settings(Config config) {
        this.config = config;
    }

    Optional<String> text(String key) {
        try {
            return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    boolean has(String key) {
        return text(key).isPresent();
    }

    boolean isOn(String key) {
        return text(key).filter(value -> value.strip().equalsIgnoreCase("true")).isPresent();
    }

    /** Empty where it is no whole number. */
    Optional<Integer> number(String key) {
        return text(key)
                .map(String::strip)
                .filter(value -> value.matches("-?\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** The names of the OpenID Connect providers. */
    List<String> providers() {
        return names()
                .map(PROVIDER::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    Optional<String> provider(String name, String key) {
        return text(PROVIDERS + name + "." + key);
    }

    static String key(String provider, String key) {
        return PROVIDERS + provider + "." + key;
    }

    boolean hasCertificate() {
        return names().anyMatch(name -> CERTIFICATE.matcher(name).matches());
    }

    boolean isBehindProxy() {
        return isOn(FORWARDING);
    }

    String host() {
        return text(HOST).orElse("");
    }

    /** The host of the database; empty where the address does not tell, as of a list of several. */
    Optional<String> databaseHost() {
        return text(JDBC_URL)
                .filter(url -> url.startsWith("jdbc:"))
                .map(url -> url.substring("jdbc:".length()))
                .flatMap(url -> {
                    try {
                        return Optional.ofNullable(URI.create(url).getHost());
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    private Stream<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false);
    }
}
