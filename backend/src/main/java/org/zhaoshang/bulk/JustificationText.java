package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhaoshang.shared.rules.Justification;

/**
 * The words of explanation in one cell (说明): {@code V04：…；V36：…}. Words that name no rule answer whatever the row is asked
 * to explain, which only its findings tell.
 */
public record JustificationText(Map<String, String> byRule, String forAll) {
    private static final Pattern RULE = Pattern.compile("(?:^|[;；\\n])\\s*([A-Z][A-Z0-9_]{1,29}[a-z]?)\\s*[:：]");

    public static JustificationText read(String cell) {
        Map<String, String> byRule = new LinkedHashMap<>();
        Matcher rules = RULE.matcher(cell);
        int textFrom = 0;
        String rule = null;
        String forAll = "";
        while (rules.find()) {
            String before = clean(cell.substring(textFrom, rules.start()));
            if (rule == null) {
                forAll = before;
            } else {
                byRule.put(rule, before);
            }
            rule = rules.group(1);
            textFrom = rules.end();
        }
        String last = clean(cell.substring(textFrom));
        if (rule == null) {
            forAll = last;
        } else {
            byRule.put(rule, last);
        }
        return new JustificationText(byRule, forAll);
    }

    /** As {@code justifications} holds them, with the words for all given to the rules that ask. */
    public ArrayNode answering(List<String> asking) {
        Map<String, String> all = new LinkedHashMap<>(byRule);
        if (!forAll.isEmpty()) {
            asking.forEach(rule -> all.putIfAbsent(rule, forAll));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach((rule, text) -> {
            if (!text.isEmpty()) {
                list.addObject().put("rule", rule).put("text", text);
            }
        });
        return list;
    }

    /** The cell that reads back to these words. */
    public static String write(List<Justification> justifications) {
        return justifications.stream()
                .map(said -> said.rule() + "：" + said.text())
                .collect(Collectors.joining("\n"));
    }

    private static String clean(String text) {
        return text.replaceAll("^[;；\\s]+|[;；\\s]+$", "");
    }
}
