package no.nullpunkt.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import no.nullpunkt.shared.Secret;

/**
 * Where somebody tries to sign in from.
 *
 * @param address the network address; of version 6 the half that a provider gives out, for the rest can be anything
 * @param device the secret of the browser, if it has one: it has signed somebody in before
 */
record Source(String address, Optional<String> device) {

    private static final String COOKIE = "nullpunkt-device";

    /** As long as {@link Attempts} know a source. */
    static final Duration KNOWN = Duration.ofDays(90);

    private static final int V4_BYTES = 4;
    private static final int V6_GIVEN_OUT = 8;

    static Source of(RoutingContext request) {
        var cookie = request.request().getCookie(COOKIE);
        return new Source(
                shared(request.request().remoteAddress().hostAddress()),
                Optional.ofNullable(cookie).map(Cookie::getValue));
    }

    /** The same, with a secret for a browser that has none. */
    Source withDevice() {
        return new Source(address, device.or(() -> Optional.of(Secret.make())));
    }

    /** Lets the browser know its secret, once somebody has signed in with it. */
    void remember(RoutingContext request, boolean secure) {
        device.ifPresent(secret -> request.response()
                .addCookie(Cookie.cookie(COOKIE, secret)
                        .setPath("/")
                        .setMaxAge(KNOWN.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.STRICT)));
    }

    static String shared(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == V4_BYTES
                    ? address
                    : InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, V6_GIVEN_OUT), bytes.length))
                            .getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
