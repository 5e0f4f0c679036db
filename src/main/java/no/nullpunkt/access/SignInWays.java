package no.nullpunkt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The ways to sign in that were chosen at start: local accounts here, providers in {@link ProviderConfig}. */
@ConfigMapping(prefix = "nullpunkt.sign-in")
public interface SignInWays {

    /** With e-mail and password. */
    @WithDefault("true")
    boolean local();
}
