package org.zhaoshang.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.start.StartRefused;

/**
 * What a password must be: one row of {@code data/password-policies.csv}. ASVS asks for length and no more; GB/T 22239 for
 * a mix of characters and regular change.
 *
 * @param characterClasses how many of lower case, upper case, digits and others must occur
 * @param maxAge after which a new one is due; null for never
 * @param blocked the passwords everyone tries first, in lower case
 */
record PasswordPolicy(
        int minLength, int characterClasses, @Nullable Duration maxAge, Set<String> blocked) {
    private static final Text LABEL = new Text("密码", "Password");

    static PasswordPolicy named(String profile) {
        return DataFile.rows("password-policies.csv").stream()
                .filter(row -> row.getField("profile").equals(profile))
                .findFirst()
                .map(row -> new PasswordPolicy(
                        Integer.parseInt(row.getField("min_length")),
                        Integer.parseInt(Objects.requireNonNullElse(DataFile.optional(row, "character_classes"), "0")),
                        days(DataFile.optional(row, "max_age_days")),
                        row.getField("blocklist").equals("yes") ? blocklist() : Set.of()))
                .orElseThrow(() -> new StartRefused("There is no password policy " + profile
                        + ": set ZHAOSHANG_SECURITY_PASSWORD_POLICY to asvs or gbt22239."));
    }

    /** Everything that is wrong with it, for {@code pointer}. */
    List<Finding> check(String password, String username, String pointer) {
        List<Finding> findings = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length > Passwords.LONGEST) {
            findings.add(
                    Finding.of("LENGTH", pointer, Map.of("label", LABEL, "max", Passwords.LONGEST, "length", length)));
        }
        if (length < minLength) {
            findings.add(problem(
                    pointer,
                    "至少 " + minLength + " 位，可以用一句好记的话",
                    "at least " + minLength + " characters; a phrase is fine"));
        }
        if (!Passwords.isPlain(password)) {
            findings.add(problem(pointer, "含有不可见的控制字符", "holds invisible control characters"));
        }
        if (classes(password) < characterClasses) {
            findings.add(problem(
                    pointer,
                    "须包含大写字母、小写字母、数字、符号中的至少 " + characterClasses + " 种",
                    "must hold " + characterClasses + " of upper case, lower case, digits, other characters"));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean monotonous = plain.chars().distinct().count() <= 3;
        if (monotonous || blocked.contains(plain) || isMostly(username, plain)) {
            findings.add(problem(pointer, "过于常见或容易猜到，请换一个", "is too common or easy to guess: choose another"));
        }
        return findings;
    }

    boolean isDue(Instant changedAt, Instant now) {
        return maxAge != null && changedAt.plus(maxAge).isBefore(now);
    }

    /** The user name with a few characters around it is the first guess of anyone who knows it. */
    private boolean isMostly(String username, String password) {
        return username.length() >= 4
                && password.contains(username)
                && password.length() - username.length() < minLength;
    }

    private static int classes(String password) {
        return (int) IntStream.of(
                        (int) password.chars()
                                .filter(Character::isLowerCase)
                                .limit(1)
                                .count(),
                        (int) password.chars()
                                .filter(Character::isUpperCase)
                                .limit(1)
                                .count(),
                        (int) password.chars()
                                .filter(Character::isDigit)
                                .limit(1)
                                .count(),
                        (int) password.chars()
                                .filter(c -> !Character.isLetterOrDigit(c))
                                .limit(1)
                                .count())
                .filter(found -> found > 0)
                .count();
    }

    private static Finding problem(String pointer, String zh, String en) {
        return Finding.of("FORMAT", pointer, Map.of("label", LABEL, "problem", new Text(zh, en)));
    }

    private static @Nullable Duration days(@Nullable String days) {
        return days == null ? null : Duration.ofDays(Long.parseLong(days));
    }

    private static Set<String> blocklist() {
        try (InputStream file = Objects.requireNonNull(
                        PasswordPolicy.class.getResourceAsStream("/data/password-blocklist.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
