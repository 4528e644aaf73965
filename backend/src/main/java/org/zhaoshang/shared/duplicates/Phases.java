package org.zhaoshang.shared.duplicates;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The phases (一期、第二期、Ⅲ期) that a name key speaks of. Phases are different projects; a name that speaks of none may be the
 * first phase of one that does.
 */
public final class Phases {
    private static final String CHINESE = "一二三四五六七八九";
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

    /** Neither "分三期" (how many there are) nor "十四五期间" (a time). */
    private static final Pattern PHASE =
            Pattern.compile("(?<![分共\\d一二三四五六七八九十])第?([一二三四五六七八九十]{1,3}|\\d{1,2}|(?<![a-z])[ivx]{1,4})期(?![间货权限])");

    private static final List<IntFunction<String>> STYLES = List.of(
            number -> inChinese(number) + "期",
            number -> "第" + inChinese(number) + "期",
            number -> number + "期",
            number -> "第" + number + "期",
            number -> (number <= ROMAN.size() ? ROMAN.get(number - 1) : String.valueOf(number)) + "期");

    private Phases() {}

    static Set<Integer> of(String nameKey) {
        Set<Integer> phases = new HashSet<>();
        PHASE.matcher(nameKey).results().forEach(phase -> phases.addAll(numbers(phase.group(1))));
        return phases;
    }

    static boolean differ(String nameKey, String otherKey) {
        Set<Integer> one = orFirst(of(nameKey));
        return orFirst(of(otherKey)).stream().noneMatch(one::contains);
    }

    /** The name with its phases written in one way, so that 第二期 and 2期 read the same. */
    static String inOneSpelling(String nameKey) {
        return PHASE.matcher(nameKey).replaceAll(phase -> {
            List<Integer> numbers = numbers(phase.group(1));
            return numbers.size() == 1 ? STYLES.getFirst().apply(numbers.getFirst()) : phase.group();
        });
    }

    /** Every way the same name may stand in a table. */
    public static Set<String> spellings(String nameKey) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(nameKey));
        if (PHASE.matcher(nameKey).results().allMatch(Phases::isSingle)) {
            STYLES.forEach(style -> spellings.add(PHASE.matcher(nameKey)
                    .replaceAll(phase -> style.apply(numbers(phase.group(1)).getFirst()))));
        }
        return spellings;
    }

    private static boolean isSingle(MatchResult phase) {
        return numbers(phase.group(1)).size() == 1;
    }

    private static Set<Integer> orFirst(Set<Integer> phases) {
        return phases.isEmpty() ? Set.of(1) : phases;
    }

    /** 十二 is one number, 一二 are two. */
    private static List<Integer> numbers(String text) {
        if (Character.isDigit(text.charAt(0)) && text.charAt(0) < 128) {
            return List.of(Math.max(1, Integer.parseInt(text)));
        }
        if (text.charAt(0) < 128) {
            return List.of(Math.max(1, ROMAN.indexOf(text) + 1));
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.chars().mapToObj(Phases::digit).toList();
        }
        int tens = ten == 0 ? 1 : digit(text.charAt(ten - 1));
        int ones = ten == text.length() - 1 ? 0 : digit(text.charAt(ten + 1));
        return List.of(tens * 10 + ones);
    }

    private static int digit(int character) {
        return Math.max(1, CHINESE.indexOf(character) + 1);
    }

    private static String inChinese(int number) {
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? CHINESE.substring(tens - 1, tens) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? CHINESE.substring(ones - 1, ones) : "");
    }
}
