package org.zhaoshang.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Which roles go together and with which unit (三员分立: system, security and business duties are kept apart). */
final class AccountRules {
    static final Form FORM = Form.load("account");

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final Text USERNAME_SHAPE = new Text(
            "应为 2 至 50 位小写字母、数字、点、下划线、连字符，并以字母或数字开头", "must be 2 to 50 of a-z 0-9 . _ -, with a letter or digit first");
    private static final Text UNIT_OR_CITY =
            new Text("填报人、分管领导属于一个单位，不能兼任市级角色", "A unit's people have no role of the city");
    private static final Text NO_UNIT = new Text("市级人员不属于填报单位，请不选单位", "The city's people belong to no reporting unit");

    private AccountRules() {}

    static List<Finding> checkUsername(String username) {
        return USERNAME.matcher(username).matches()
                ? List.of()
                : List.of(Finding.of(
                        "FORMAT",
                        "/username",
                        Map.of("label", FORM.field("username").label(), "problem", USERNAME_SHAPE)));
    }

    static List<Finding> check(Collection<Role> roles, @Nullable String unitCode) {
        List<Finding> findings = new ArrayList<>();
        if (roles.isEmpty()) {
            findings.add(Finding.of(
                    "REQUIRED", "/roles", Map.of("label", FORM.field("roles").label())));
            return findings;
        }
        boolean ofUnit = roles.stream().anyMatch(Role.OF_A_UNIT::contains);
        if (ofUnit && !Role.OF_A_UNIT.containsAll(roles)) {
            findings.add(state("/roles", UNIT_OR_CITY));
        }
        alone(Role.ADMIN, new Text("系统管理员", "The administrator"), roles, findings);
        alone(Role.AUDITOR, new Text("审计员", "The auditor"), roles, findings);
        if (ofUnit && unitCode == null) {
            findings.add(Finding.of(
                    "REQUIRED",
                    "/unitCode",
                    Map.of("label", FORM.field("unitCode").label())));
        }
        if (!ofUnit && unitCode != null) {
            findings.add(state("/unitCode", NO_UNIT));
        }
        return findings;
    }

    private static void alone(Role role, Text name, Collection<Role> roles, List<Finding> findings) {
        if (roles.contains(role) && roles.size() > 1) {
            findings.add(state(
                    "/roles",
                    new Text(name.zh() + "不能兼任其他角色", name.en() + " holds no other role: the duties are kept apart")));
        }
    }

    private static Finding state(String pointer, Text problem) {
        return Finding.of("STATE", pointer, Map.of("problem", problem));
    }
}
