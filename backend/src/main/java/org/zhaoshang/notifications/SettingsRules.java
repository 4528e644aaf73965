package org.zhaoshang.notifications;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.notifications.SettingsResource.Choice;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What a person can set. */
final class SettingsRules {
    private static final Text EMAIL = new Text("电子邮箱", "e-mail address");
    private static final Text KIND = new Text("通知类别", "kind of notification");
    private static final Text LANGUAGE = new Text("邮件语言", "language of mails");
    private static final Text SHAPE =
            new Text("应为一个邮箱地址，如 name@example.cn", "must be one address such as name@example.cn");
    private static final Text TWICE = new Text("同一类别出现了两次", "stands there twice");

    /** RFC 5321. */
    private static final int LONGEST_ADDRESS = 254;

    private static final int LONGEST_NAME = 64;

    /** The addresses people have; quoted names and literal hosts, which the standard knows too, are slips. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9_+&%'-]+(?:\\.[A-Za-z0-9_+&%'-]+)*"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private SettingsRules() {}

    static List<Finding> check(
            @Nullable String email, @Nullable String language, List<@Nullable Choice> choices, Set<String> kinds) {
        List<Finding> findings = new ArrayList<>();
        if (email != null && !isAddress(email)) {
            findings.add(Finding.of("FORMAT", "/email", Map.of("label", EMAIL, "problem", SHAPE)));
        }
        if (language == null) {
            findings.add(Finding.of("REQUIRED", "/language", Map.of("label", LANGUAGE)));
        } else if (!language.equals("ZH") && !language.equals("EN")) {
            findings.add(Finding.of("CODE", "/language", Map.of("label", LANGUAGE, "value", language)));
        }
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < choices.size(); at++) {
            Choice choice = choices.get(at);
            String pointer = "/kinds/" + at;
            if (choice == null || choice.kind() == null) {
                findings.add(Finding.of("REQUIRED", pointer + "/kind", Map.of("label", KIND)));
            } else if (!kinds.contains(choice.kind())) {
                findings.add(Finding.of("CODE", pointer + "/kind", Map.of("label", KIND, "value", choice.kind())));
            } else if (!seen.add(choice.kind())) {
                findings.add(Finding.of("FORMAT", pointer + "/kind", Map.of("label", KIND, "problem", TWICE)));
            }
        }
        return findings;
    }

    private static boolean isAddress(String email) {
        return email.length() <= LONGEST_ADDRESS
                && email.indexOf('@') <= LONGEST_NAME
                && ADDRESS.matcher(email).matches();
    }
}
