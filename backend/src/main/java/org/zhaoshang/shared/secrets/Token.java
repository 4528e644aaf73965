package org.zhaoshang.shared.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret drawn by the machine: 256 random bits, of which only a digest is kept. So much randomness needs no slow hash
 * and no salt.
 */
public record Token(String value) {
    public static final String DIGEST = "SHA-256";

    private static final int BYTES = 32;

    public static Token draw() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** As it is kept. */
    public Hashed hashed() {
        try {
            byte[] digest = MessageDigest.getInstance(DIGEST).digest(value.getBytes(StandardCharsets.UTF_8));
            return new Hashed(DIGEST, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compares in constant time. */
    public boolean matches(Hashed stored) {
        return stored.algorithm().equals(DIGEST)
                && MessageDigest.isEqual(
                        hashed().value().getBytes(StandardCharsets.US_ASCII),
                        stored.value().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
