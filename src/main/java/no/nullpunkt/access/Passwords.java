package no.nullpunkt.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes and checks passwords with bcrypt. A password just verified is remembered for a minute, so that a client which
 * sends it with every request does not pay for the hash each time. What is remembered is a keyed digest that is worth
 * nothing outside this process, and it holds only for the very hash it was verified against: a new password ends it.
 */
@Singleton
class Passwords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final int cost;
    private final String nobodys;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(AT_MOST)
            .build();

    Passwords(@ConfigProperty(name = "nullpunkt.bcrypt-cost") int cost) {
        this.cost = cost;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.nobodys = hash(HexFormat.of().formatHex(random));
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    boolean matches(String password, String hash) {
        var digest = digest(hash + '\0' + password);
        if (verified.getIfPresent(digest) != null) {
            return true;
        }
        if (!BcryptUtil.matches(password, hash)) {
            return false;
        }
        verified.put(digest, true);
        return true;
    }

    /** Spends the time of a check, so that an unknown account answers no faster than a wrong password. */
    void matchNobody(String password) {
        BcryptUtil.matches(password, nobodys);
    }

    private String digest(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
