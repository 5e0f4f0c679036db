package no.nullpunkt.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.shared.Loopback;

/** What a service in earnest must have: each rule adds what is wrong and how to mend it. */
final class EarnestRules {

    private static final int FEWEST_SHOWN = 3;
    private static final int SHORTEST_PASSWORD = 12;

    /** The client's secret also seals the cookies on the way to the provider and back. */
    private static final int SHORTEST_CLIENT_SECRET = 32;

    private static final int CHEAPEST_HASH = 10;
    private static final String HTTPS = "https";

    private final Settings settings;
    private final List<String> faults = new ArrayList<>();

    private EarnestRules(Settings settings) {
        this.settings = settings;
    }

    static List<String> faults(Settings settings) {
        var rules = new EarnestRules(settings);
        rules.profile();
        rules.database();
        rules.transport();
        rules.address();
        rules.ways();
        settings.providers().forEach(rules::provider);
        rules.localAccounts();
        rules.firstAdministrator();
        rules.smallCounts();
        return rules.faults;
    }

    private void profile() {
        settings.text("quarkus.profile")
                .filter(profile -> !profile.equals("prod"))
                .ifPresent(profile -> fault("""
                        quarkus.profile=%s is for those who develop the service, with settings that everyone can read. \
                        Leave quarkus.profile out.""", profile));
    }

    private void database() {
        var password = settings.text("quarkus.datasource.password");
        var host = settings.databaseHost();
        if (password.isEmpty() && host.filter(name -> !Loopback.is(name)).isPresent() && !usesCertificate()) {
            fault("""
                    quarkus.datasource.password is missing: either the database on %s lets in whoever reaches it, or it \
                    will not let the service in. Give the role a password.""", host.get());
        }
        if (settings.has(Settings.JDBC_URL) && !settings.has("quarkus.flyway.username")) {
            fault("""
                    quarkus.flyway.username is missing: the role that serves would own the tables, and could take row-level \
                    security off them. Let another role own them and migrate.""");
        }
        weak("quarkus.datasource.password", password);
        weak("quarkus.flyway.password", settings.text("quarkus.flyway.password"));
    }

    private boolean usesCertificate() {
        return settings.text(Settings.JDBC_URL)
                .filter(url -> url.contains("sslcert="))
                .isPresent();
    }

    private void weak(String key, Optional<String> password) {
        if (!settings.isOn("nullpunkt.embedded-database")
                && password.filter(value -> value.length() < SHORTEST_PASSWORD || Guessable.is(value))
                        .isPresent()) {
            fault("""
                    %s is easy to guess. It needs at least %d characters that stand in no example; make one with: \
                    openssl rand -base64 24""", key, SHORTEST_PASSWORD);
        }
    }

    private void transport() {
        if (settings.hasCertificate()) {
            if (!List.of("redirect", "disabled")
                    .contains(settings.text("quarkus.http.insecure-requests").orElse("enabled"))) {
                fault("""
                        TLS is configured, and whoever forgets the s in https is served without it. Set \
                        quarkus.http.insecure-requests=redirect, or disabled.""");
            }
        } else if (!settings.isBehindProxy()) {
            fault("""
                    Passwords and figures would travel for anyone to read: there is neither TLS nor a proxy that does it. \
                    Give the service a certificate (quarkus.tls.key-store.pem.0.cert and .key, and \
                    quarkus.http.insecure-requests=redirect), or put it behind a proxy with TLS and say so \
                    (quarkus.http.proxy.proxy-address-forwarding=true).""");
        }
        if (settings.isBehindProxy()
                && !Loopback.is(settings.host())
                && !settings.has("quarkus.http.proxy.trusted-proxies")) {
            fault("""
                    quarkus.http.host=%s lets others reach the service beside the proxy, and say in its name where they \
                    come from. Name the proxy in quarkus.http.proxy.trusted-proxies.""", settings.host());
        }
    }

    private void address() {
        settings.text("nullpunkt.address")
                .filter(address -> !isHttps(address))
                .ifPresent(address -> fault("""
                        nullpunkt.address=%s is where mails lead people, and must begin with https://""", address));
    }

    private void ways() {
        if (!hasLocalAccounts() && settings.providers().isEmpty()) {
            fault("""
                    There is no way to sign in. Configure an OpenID Connect provider (nullpunkt.oidc.NAME.issuer, and so \
                    on), or allow local accounts (nullpunkt.sign-in.local=true).""");
        }
    }

    private boolean hasLocalAccounts() {
        return settings.isOn("nullpunkt.sign-in.local");
    }

    private void provider(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            fault("""
                    The provider "%s" needs a name of small letters a to z, digits and - only, for it is part of an \
                    address.""", name);
        }
        var issuer = settings.provider(name, "issuer");
        if (issuer.isEmpty()) {
            fault(
                    "%s is missing: the address that stands as iss in the provider's tokens.",
                    Settings.key(name, "issuer"));
        } else if (!isHttps(issuer.get())) {
            fault("""
                    %s=%s must begin with https://. Anyone on the way could else answer in the provider's place.""", Settings.key(name, "issuer"), issuer.get());
        }
        settings.provider(name, "keys")
                .filter(address -> !isHttps(address))
                .ifPresent(address -> fault("""
                %s=%s must begin with https://. Anyone on the way could else answer in the provider's place.""", Settings.key(name, "keys"), address));
        var client = settings.provider(name, "client-id");
        var audience = settings.provider(name, "audience");
        if (client.isEmpty() && audience.isEmpty()) {
            fault("""
                    %s opens nothing: it needs a client-id to sign people in to the pages, an audience to take access \
                    tokens at the API, or both.""", "nullpunkt.oidc." + name);
        }
        if (client.isPresent() && client.equals(audience)) {
            fault("""
                    %s is the client's own id, so a token made for signing in would open the API too. Give the API an \
                    audience of its own.""", Settings.key(name, "audience"));
        }
        if (client.isPresent()) {
            var secret = settings.provider(name, "client-secret").orElse("");
            if (secret.length() < SHORTEST_CLIENT_SECRET || Guessable.is(secret)) {
                fault("""
                        %s is missing, or easy to guess. It needs at least %d characters, as the provider makes them.""", Settings.key(name, "client-secret"), SHORTEST_CLIENT_SECRET);
            }
        }
    }

    private void localAccounts() {
        settings.number("nullpunkt.bcrypt-cost")
                .filter(cost -> cost < CHEAPEST_HASH)
                .ifPresent(cost -> fault("""
                        nullpunkt.bcrypt-cost=%d makes passwords cheap to guess from a stolen database. Set %d or more.""", cost, CHEAPEST_HASH));
    }

    private void firstAdministrator() {
        var given = List.of("municipality", "name", "email").stream()
                .filter(key -> settings.has("nullpunkt.first-administrator." + key))
                .toList();
        if (!given.isEmpty() && given.size() < 3) {
            fault("""
                    nullpunkt.first-administrator has only %s. It needs municipality, name and email.""", String.join(" and ", given));
        }
    }

    private void smallCounts() {
        settings.number("nullpunkt.suppression-threshold")
                .filter(threshold -> threshold < FEWEST_SHOWN)
                .ifPresent(threshold -> fault("""
                        nullpunkt.suppression-threshold=%d would show counts of so few persons that they could be \
                        recognised. Set %d or more.""", threshold, FEWEST_SHOWN));
    }

    private static boolean isHttps(String address) {
        try {
            var uri = URI.create(address.strip());
            return HTTPS.equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void fault(String text, Object... arguments) {
        faults.add(text.formatted(arguments));
    }
}
