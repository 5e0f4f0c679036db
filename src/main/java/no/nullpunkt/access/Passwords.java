package no.nullpunkt.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hashes and checks passwords with bcrypt, and remembers for a minute what was right, by a digest of it. */
@Singleton
class Passwords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final int cost;
    private final String nobodys;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> remembered = Caffeine.newBuilder()
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
        return BcryptUtil.bcryptHash(composed(password), cost);
    }

    /** The hash of a password that nobody knows: what an e-mail that nobody has is checked against, at the same cost. */
    String nobodys() {
        return nobodys;
    }

    boolean matches(String password, String hash) {
        return BcryptUtil.matches(composed(password), hash);
    }

    void remember(String digest) {
        remembered.put(digest, true);
    }

    /** Whether what has the digest was right a moment ago. A new password has a new hash, and so ends it at once. */
    boolean isRemembered(String digest) {
        return remembered.getIfPresent(digest) != null;
    }

    /** The same letters, whether a keyboard sends å as one sign or as an a with a ring. */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** A keyed digest of what was sent, worth nothing outside this process. */
    String digest(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
