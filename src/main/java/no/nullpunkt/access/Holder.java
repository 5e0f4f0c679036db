package no.nullpunkt.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.UUID;

/**
 * Who has signed in, by whatever way: a person of a municipality. Roles are not here, for they belong to the
 * municipality that a request is about ({@link TenantFilter}).
 */
public record Holder(int municipalityId, UUID personId) {

    private static final String ATTRIBUTE = "nullpunkt.holder";

    /** Whoever is behind an identity that is not anonymous. */
    public static Holder of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    /** The identity of this person. Its name is the person's id: names end up in logs. */
    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(personId.toString()))
                .addAttribute(ATTRIBUTE, this)
                .build();
    }
}
