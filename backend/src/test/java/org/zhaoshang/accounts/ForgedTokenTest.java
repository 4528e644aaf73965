package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.secrets.SigningKey;

/** No token but ours, of this server, for a session that runs. */
@QuarkusTest
class ForgedTokenTest {
    @Inject
    SigningKey key;

    private String account = "";
    private String session = "";
    private String genuine = "";

    @BeforeEach
    void signIn() {
        genuine = Given.freshToken("auditor", Given.PASSWORD);
        String claims = new String(Base64.getUrlDecoder().decode(genuine.split("\\.")[1]), StandardCharsets.UTF_8);
        account = claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
        session = claims.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        assertThat(status(genuine)).isEqualTo(200);
    }

    private static int status(String token) {
        return Given.bearer(token).get("/api/v1/auth/me").statusCode();
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer("zhaoshang")
                .audience("zhaoshang-api")
                .subject(account)
                .claim("sid", session)
                .expiresIn(600);
    }

    private String signed(JwtClaimsBuilder claims) {
        return claims.sign(key.privateKey());
    }

    private String payload() {
        long now = Instant.now().getEpochSecond();
        return """
                {"iss":"zhaoshang","aud":"zhaoshang-api","sub":"%s","sid":"%s","iat":%d,"exp":%d}""".formatted(account, session, now, now + 600);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rsa(String header, String payload, KeyPair pair) throws Exception {
        String signed = base64(header) + "." + base64(payload);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    private static String hmac(String payload, byte[] secret) throws Exception {
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(payload);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void acceptsItsOwn() {
        assertThat(status(signed(claims()))).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotItsOwn() throws Exception {
        KeyPair attacker = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String jwk = "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                .formatted(base64(((java.security.interfaces.RSAPublicKey) attacker.getPublic())
                        .getModulus()
                        .toByteArray()));
        String[] parts = genuine.split("\\.");
        String publicPem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Map<String, String> forged = new LinkedHashMap<>();
        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            String head = base64("{\"alg\":\"" + none + "\"}");
            forged.put("alg " + none, head + "." + base64(payload()) + ".");
            forged.put("alg " + none + " with a signature", head + "." + base64(payload()) + "." + parts[2]);
        }
        forged.put("no alg", base64("{}") + "." + base64(payload()) + "." + parts[2]);
        forged.put(
                "HS256 with the public key (DER)",
                hmac(payload(), key.publicKey().getEncoded()));
        forged.put("HS256 with the public key (PEM)", hmac(payload(), publicPem.getBytes(StandardCharsets.US_ASCII)));
        forged.put("HS256 with a weak secret", hmac(payload(), "secret".getBytes(StandardCharsets.US_ASCII)));
        forged.put("HS256 with nothing", hmac(payload(), new byte[] {0}));
        forged.put("another key", rsa("{\"alg\":\"RS256\"}", payload(), attacker));
        forged.put("embedded jwk", rsa("{\"alg\":\"RS256\",\"jwk\":" + jwk + "}", payload(), attacker));
        forged.put("jku", rsa("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/jwks\"}", payload(), attacker));
        forged.put("x5u", rsa("{\"alg\":\"RS256\",\"x5u\":\"http://127.0.0.1:1/cert\"}", payload(), attacker));
        for (String kid : new String[] {"../../../dev/null", "' or '1'='1", "\\u0000", "0"}) {
            forged.put("kid " + kid, rsa("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", payload(), attacker));
        }
        forged.put("critical header", rsa("{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}", payload(), attacker));
        forged.put(
                "changed payload",
                parts[0] + "."
                        + base64(payload().replace(account, UUID.randomUUID().toString())) + "." + parts[2]);
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("broken signature", genuine.substring(0, genuine.length() - 6) + "AAAAAA");
        forged.put(
                "expired", signed(claims().issuedAt(1).expiresAt(Instant.now().getEpochSecond() - 60)));
        forged.put(
                "never expires",
                signed(Jwt.issuer("zhaoshang")
                        .audience("zhaoshang-api")
                        .subject(account)
                        .claim("sid", session)
                        .expiresAt(0)));
        forged.put("wrong issuer", signed(claims().issuer("someone")));
        forged.put("wrong audience", signed(claims().audience("another-api")));
        forged.put(
                "no subject of that session",
                signed(claims().subject(UUID.randomUUID().toString())));
        forged.put(
                "another session",
                signed(claims().claim("sid", UUID.randomUUID().toString())));
        forged.put("session not a UUID", signed(claims().claim("sid", "1 or 1=1")));
        forged.put("subject not a UUID", signed(claims().subject("admin")));
        forged.put("session a number", signed(claims().claim("sid", 7)));
        forged.put(
                "neither person nor client",
                signed(Jwt.issuer("zhaoshang")
                        .audience("zhaoshang-api")
                        .subject(account)
                        .expiresIn(600)));
        forged.put(
                "groups instead of a session",
                signed(Jwt.issuer("zhaoshang")
                        .audience("zhaoshang-api")
                        .subject(account)
                        .groups("ADMIN")
                        .expiresIn(600)));
        forged.put("empty", "");
        forged.put("dots", "..");
        forged.put("not base64", "ä.ö.ü");
        forged.put("long", "a".repeat(6000));
        forged.forEach((what, token) -> assertThat(status(token)).as(what).isEqualTo(401));
    }
}
