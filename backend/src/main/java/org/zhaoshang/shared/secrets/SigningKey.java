package org.zhaoshang.shared.secrets;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.embedded.PrivateFiles;
import org.zhaoshang.shared.start.StartRefused;

/**
 * The key pair that signs access tokens. Production brings its own; the demonstration draws one and keeps it in the data
 * directory, so that sessions outlive a restart.
 */
@Singleton
@Startup
public class SigningKey {
    public static final String ALGORITHM = "RS256";

    private static final String FINGERPRINTS = "request-fingerprints";
    private static final int BITS = 2048;
    private static final String HOW =
            "make one with `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out signing-key.pem`"
                    + " and name it in ZHAOSHANG_SECURITY_SIGNING_KEY_FILE.";

    private final RSAPrivateCrtKey key;
    private final PublicKey publicKey;

    SigningKey(SecuritySettings settings, EmbeddedSettings start) {
        try {
            Path file = settings.signingKeyFile().orElse(null);
            if (file != null) {
                key = read(file);
            } else if (start.demonstration()) {
                key = demonstrationKey(start.dataDirectory().resolve("signing-key.pem"));
            } else {
                throw new StartRefused("Production needs its own key to sign access tokens: " + HOW);
            }
            publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new StartRefused("The signing key could not be made: " + failure.getMessage(), failure);
        }
    }

    public PrivateKey privateKey() {
        return key;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /**
     * Keys the fingerprints of requests that may hold passwords. Drawn from the private key: every server of an installation
     * has the same one without a second file, and the database alone can not test guesses against them.
     */
    @Produces
    @Singleton
    @Named(FINGERPRINTS)
    SecretKey fingerprints() {
        try {
            Mac derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            byte[] derived = derivation.doFinal(FINGERPRINTS.getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(derived, "HmacSHA256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAPrivateCrtKey read(Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                            .strip());
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
                            instanceof RSAPrivateCrtKey rsa
                    && rsa.getModulus().bitLength() >= BITS) {
                return rsa;
            }
            throw new StartRefused("The signing key " + file + " is shorter than " + BITS + " bits: " + HOW);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new StartRefused(
                    "The signing key " + file + " can not be read as a PKCS #8 PEM file of an RSA key: " + HOW,
                    unusable);
        }
    }

    private static RSAPrivateCrtKey demonstrationKey(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            Path provisional = file.resolveSibling(file.getFileName() + ".new");
            PrivateFiles.write(
                    provisional,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                            + "\n-----END PRIVATE KEY-----\n");
            Files.move(provisional, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return read(file);
    }
}
