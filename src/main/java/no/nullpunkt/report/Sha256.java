package no.nullpunkt.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The fingerprint of bytes, as people and as HTTP write it. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** The value of {@code Repr-Digest} (RFC 9530). */
    static String header(byte[] digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }
}
