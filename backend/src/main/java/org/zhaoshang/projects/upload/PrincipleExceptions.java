package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Principle;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.projects.PrincipleCheck;
import org.zhaoshang.shared.language.Text;

/**
 * The ten answers in one cell: {@code CHECK=FAIL|NOT_APPLICABLE: note; …}, codes or Chinese names, and everything that is not
 * named passes. An empty cell says that all pass; {@link #NOT_CHECKED} that nothing was answered, and for one principle that
 * it was not.
 */
final class PrincipleExceptions {
    private static final Text NOT_CHECKED = new Text("未自查", "not checked");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*([^=＝]+)[=＝]\\s*([^:：]+?)\\s*(?:[:：]\\s*(.*))?", Pattern.DOTALL);
    /** A semicolon inside a note is no end: the next entry shows itself by its equals sign. */
    private static final Pattern BETWEEN = Pattern.compile("[;；\\n]\\s*(?=[^;；\\n=＝]+[=＝])");

    private static final Map<String, String> CHECKS = checks();
    private static final Map<String, PrincipleCheck.Answer> ANSWERS = Map.of(
            "FAIL", PrincipleCheck.Answer.FAIL,
            "不符合", PrincipleCheck.Answer.FAIL,
            "NOT_APPLICABLE", PrincipleCheck.Answer.NOT_APPLICABLE,
            "不适用", PrincipleCheck.Answer.NOT_APPLICABLE,
            "PASS", PrincipleCheck.Answer.PASS,
            "符合", PrincipleCheck.Answer.PASS);

    private PrincipleExceptions() {}

    /**
     * @param asked the principles of the call
     * @return the answers as {@code principleChecks} holds them; empty when an entry can not be understood
     */
    static Optional<ArrayNode> read(@Nullable String cell, List<String> asked) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        String text = cell == null ? "" : cell.strip();
        if (isNotChecked(text)) {
            return Optional.of(answers);
        }
        Map<String, ObjectNode> exceptions = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        for (String entry : text.isEmpty() ? new String[0] : BETWEEN.split(text)) {
            Matcher parts = ENTRY.matcher(entry.replaceAll("[;；\\s]+$", ""));
            String check = parts.matches() ? CHECKS.get(parts.group(1).strip().toUpperCase(Locale.ROOT)) : null;
            PrincipleCheck.@Nullable Answer answer =
                    check == null ? null : ANSWERS.get(parts.group(2).strip().toUpperCase(Locale.ROOT));
            if (check != null && isNotChecked(parts.group(2)) && !exceptions.containsKey(check) && open.add(check)) {
                continue;
            }
            if (check == null || answer == null || exceptions.containsKey(check) || open.contains(check)) {
                return Optional.empty();
            }
            ObjectNode said = answers.objectNode().put("check", check).put("answer", answer.name());
            if (parts.group(3) != null && !parts.group(3).isBlank()) {
                said.put("note", parts.group(3).strip());
            }
            exceptions.put(check, said);
        }
        asked.stream().filter(check -> !open.contains(check)).forEach(check -> {
            ObjectNode said = exceptions.remove(check);
            answers.add(
                    said != null
                            ? said
                            : answers.objectNode().put("check", check).put("answer", "PASS"));
        });
        exceptions.values().forEach(answers::add);
        return Optional.of(answers);
    }

    private static boolean isNotChecked(String text) {
        return text.equals(NOT_CHECKED.zh()) || text.equalsIgnoreCase(NOT_CHECKED.en());
    }

    /**
     * The cell that reads back to these answers.
     *
     * @param asked the principles of the call, asked for only where some may be open
     */
    static String write(List<PrincipleCheck> answers, Supplier<List<String>> asked) {
        if (answers.isEmpty()) {
            return NOT_CHECKED.zh();
        }
        Set<String> answered = answers.stream().map(PrincipleCheck::check).collect(Collectors.toSet());
        Stream<String> open = answered.size() >= Principles.all().size()
                ? Stream.of()
                : asked.get().stream()
                        .filter(check -> !answered.contains(check))
                        .map(check -> name(check) + "=" + NOT_CHECKED.zh());
        return Stream.concat(
                        answers.stream()
                                .filter(said -> said.answer() != PrincipleCheck.Answer.PASS)
                                .map(said -> name(said.check()) + "="
                                        + (said.answer() == PrincipleCheck.Answer.FAIL ? "不符合" : "不适用")
                                        + (said.note() == null ? "" : "：" + said.note())),
                        open)
                .collect(Collectors.joining("；"));
    }

    private static String name(String check) {
        return Principles.byCode(check).map(Principle::name).map(Text::zh).orElse(check);
    }

    private static Map<String, String> checks() {
        Map<String, String> checks = new HashMap<>();
        Principles.all().forEach(principle -> {
            checks.put(principle.code(), principle.code());
            checks.put(principle.name().zh(), principle.code());
            checks.put(principle.name().en().toUpperCase(Locale.ROOT), principle.code());
        });
        return checks;
    }
}
