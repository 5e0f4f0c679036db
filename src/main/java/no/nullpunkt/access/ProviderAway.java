package no.nullpunkt.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a provider that does not answer from one that says no. */
final class ProviderAway {

    private ProviderAway() {}

    /** Whether the provider could not be reached. */
    static boolean isBehind(Throwable failure) {
        return chain(failure)
                .anyMatch(each -> each instanceof OidcEndpointAccessException
                        || each instanceof IOException
                        || each instanceof VertxException
                        || each instanceof TimeoutException
                        || each instanceof io.smallrye.mutiny.TimeoutException);
    }

    /** The same of its public keys, which it gives to everyone: any other answer means that it is not itself. */
    static boolean isBehindKeys(Throwable failure) {
        return isBehind(failure) || chain(failure).anyMatch(OIDCException.class::isInstance);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
