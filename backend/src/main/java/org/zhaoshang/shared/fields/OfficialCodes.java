package org.zhaoshang.shared.fields;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The codes that the state gives to companies (GB 32100-2015) and to projects (GB/T 40058-2021): V36 to V38. */
public final class OfficialCodes {
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** GB/T 40058-2021; codes of 2015 to 2020 carry a four-digit year. */
    private static final Pattern PROJECT_CODE =
            Pattern.compile("(?:\\d{4}|20(?:15|16|17|18|19|20))-(\\d{6})-\\d{2}-\\d{2}-\\d{6}");

    private OfficialCodes() {}

    /** V36: the unified social credit code; really registered ones fail the check, so that a word is enough. */
    public static Stream<Finding> creditCode(String pointer, @Nullable String code) {
        if (code == null) {
            return Stream.empty();
        }
        Text problem;
        if (code.length() != 18) {
            problem = new Text("应为18位，现有" + code.length() + "位", "should have 18 characters and has " + code.length());
        } else if (!CREDIT_CODE.matcher(code).matches()) {
            problem = new Text("含有不用的字符（不用 I、O、S、V、Z，第3–8位为数字）", "uses characters that such codes never have");
        } else if (checkCharacter(code) != code.charAt(17)) {
            problem = new Text("末位校验不符", "fails its check character");
        } else {
            return Stream.empty();
        }
        return Stream.of(Finding.of("V36", pointer, Map.of("value", code, "problem", problem)));
    }

    /** GB 32100-2015: weighted sum modulo 31. */
    static char checkCharacter(String code) {
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(at)) * CREDIT_WEIGHTS[at];
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** V37, V38: the code of an approved project, and that it names the region where it stands. */
    public static Stream<Finding> projectCode(String pointer, @Nullable String code, @Nullable String locationCode) {
        if (code == null) {
            return Stream.empty();
        }
        Matcher matcher = PROJECT_CODE.matcher(code);
        if (!matcher.matches()) {
            return Stream.of(Finding.of("V37", pointer, Map.of("value", code)));
        }
        String region = matcher.group(1);
        return locationCode == null || region.equals(locationCode)
                ? Stream.empty()
                : Stream.of(Finding.of("V38", pointer, Map.of("region", region, "location", locationCode)));
    }
}
