package org.zhaoshang.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** What the administrator may do to an account now: the same answer refuses the request and explains the greyed button. */
final class AccountPermits {
    private static final Text SELF_DISABLE = new Text(
            "不能停用自己的账号或改变自己的角色，请由另一位系统管理员办理", "Nobody disables or demotes themselves: ask another administrator");
    private static final Text SELF_PASSWORD =
            new Text("自己的密码请在“修改密码”中修改，需输入当前密码", "Change your own password yourself, with the current one");
    private static final Text LAST =
            new Text("这是最后一位可用的系统管理员，请先设立另一位", "This is the last enabled administrator: appoint another first");

    private AccountPermits() {}

    enum Action {
        EDIT,
        DISABLE,
        ENABLE,
        PASSWORD,
        UNLOCK;

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<String> allowed(Account account, @Nullable Instant lockedUntil, Caller caller) {
        return offered(account, lockedUntil, caller)
                .filter(action -> refusal(action, account, caller).isEmpty())
                .map(Action::verb)
                .toList();
    }

    static List<WhyNot> whyNot(Account account, @Nullable Instant lockedUntil, Caller caller, Language language) {
        return offered(account, lockedUntil, caller)
                .flatMap(
                        action -> refusal(action, account, caller)
                                .map(why -> new WhyNot(action.verb(), "STATE", why.in(language)))
                                .stream())
                .toList();
    }

    /** @throws Problem 409 with the remedy */
    static void require(Action action, Account account, Caller caller) {
        refusal(action, account, caller).ifPresent(why -> {
            throw refused(why);
        });
    }

    /**
     * Keeps the administrators from locking everyone out.
     *
     * @param enabled how many administrators could sign in, this one among them
     * @throws Problem 409 when the account is the last of them
     */
    static void requireAnother(Account account, long enabled) {
        if (account.is(Role.ADMIN) && !account.disabled() && enabled <= 1) {
            throw refused(LAST);
        }
    }

    private static Stream<Action> offered(Account account, @Nullable Instant lockedUntil, Caller caller) {
        return caller.may(Permission.ACCOUNTS_ADMIN)
                ? Stream.of(Action.values()).filter(action -> switch (action) {
                    case EDIT, PASSWORD -> true;
                    case DISABLE -> !account.disabled();
                    case ENABLE -> account.disabled();
                    case UNLOCK -> lockedUntil != null;
                })
                : Stream.empty();
    }

    private static Optional<Text> refusal(Action action, Account account, Caller caller) {
        if (!account.id().equals(caller.id())) {
            return Optional.empty();
        }
        return switch (action) {
            case DISABLE -> Optional.of(SELF_DISABLE);
            case PASSWORD -> Optional.of(SELF_PASSWORD);
            default -> Optional.empty();
        };
    }

    private static Problem refused(Text why) {
        return Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
    }
}
