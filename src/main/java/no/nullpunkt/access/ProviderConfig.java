package no.nullpunkt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The OpenID Connect providers that vouch for people and machines, each by a short name of one's own choosing. A claim is
 * named as it stands in the token, or by its path: {@code realm_access/roles}.
 */
@ConfigMapping(prefix = "nullpunkt.oidc")
public interface ProviderConfig {

    @WithParentName
    Map<String, Provider> providers();

    /** One provider. With a client it signs people in to the pages, with an audience it opens the API, or both. */
    interface Provider {

        /** As its tokens say in {@code iss}; what else there is to know is read from there. */
        String issuer();

        /** Where its public keys are, of a provider that tells nothing at its issuer's address and only opens the API. */
        Optional<String> keys();

        /** What people call it: "Log in with …". */
        Optional<String> label();

        /** Who the service is to the provider. */
        Optional<String> clientId();

        Optional<String> clientSecret();

        /** What is asked for beside {@code openid}. */
        @WithDefault("email")
        List<String> scopes();

        /** Who an access token must be made for; never the same as the client, or sign-in tokens would pass for it. */
        Optional<String> audience();

        /** Whom the token is about: the same for all clients of the provider, and never given to someone else. */
        @WithDefault("sub")
        String subjectClaim();

        @WithDefault("email")
        String emailClaim();

        /** The claim that says that the e-mail has been verified; without it nobody is recognised by e-mail. */
        @WithDefault("email_verified")
        String emailVerifiedClaim();

        /** A claim that names a machine, and that only tokens of machines carry. Without it there are no machines. */
        Optional<String> machineClaim();

        /** The number of the one municipality the provider speaks for. */
        Optional<String> municipality();

        /** The claim that says which municipalities it speaks for, by number or as mapped below. */
        Optional<String> municipalityClaim();

        /** Municipality numbers by what the claim says, such as an organisation number. */
        Map<String, String> municipalities();

        /** The claim that tells roles; without it the roles are what administrators grant. */
        Optional<String> rolesClaim();

        /** Roles by what the claim says. Whoever comes has exactly these, in the whole municipality. */
        Map<String, Role> roles();

        /** How long its public keys are trusted before they are read again. */
        @WithDefault("5M")
        Duration keysHold();
    }
}
