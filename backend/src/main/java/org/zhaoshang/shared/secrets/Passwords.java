package org.zhaoshang.shared.secrets;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;

/** Hashes what people remember: Argon2id with 19 MiB, two passes, one lane (OWASP's recommendation). */
@ApplicationScoped
public class Passwords {
    /** No one types more, and a hash must not be made to digest megabytes. */
    public static final int LONGEST = 128;

    private static final String ALGORITHM = "argon2id;m=19456;t=2;p=1";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, HASH_BYTES, Argon2.ID);
    private static final int PATIENCE_SECONDS = 5;

    /** Each run takes 19 MiB and a core: more at once than cores only makes all of them slower. */
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** In the form of a hash, of no password: made of chance, since to make one takes as long as to check one. */
    private final Hashed nobodys = new Hashed(
            ALGORITHM,
            "$argon2id$v=19$m=19456,t=2,p=1$" + base64(random(SALT_BYTES)) + "$" + base64(random(HASH_BYTES)));

    public Hashed hash(String password) {
        return new Hashed(
                ALGORITHM,
                inTurn(() -> ARGON2.hash(bytes(password), random(SALT_BYTES)).getResult()));
    }

    public boolean matches(String password, Hashed stored) {
        return inTurn(() -> Argon2Function.getInstanceFromHash(stored.value())
                .check(bytes(password), stored.value().getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes as long as {@link #matches} where there is nothing to compare with: time must not tell who exists. */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }

    public boolean isOutdated(Hashed stored) {
        return !stored.algorithm().equals(ALGORITHM);
    }

    /** Control characters are refused: some hashes stop at a NUL, and nobody types them. */
    public static boolean isPlain(String password) {
        return password.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** The same characters give the same bytes whatever keyboard composed them. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable(
                        new Text("登录人数较多，请稍后再试", "Many people are signing in: try again shortly"), PATIENCE_SECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(new Text("系统正在停止", "The system is stopping"), PATIENCE_SECONDS);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
