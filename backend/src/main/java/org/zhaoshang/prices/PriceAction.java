package org.zhaoshang.prices;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What its unit can do to a price; submitting, returning and accepting is done to the report that it is in. */
enum PriceAction {
    EDIT,
    DELETE;

    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Caller caller, String unitCode) {
        return caller.may(Permission.PRICES_WRITE) && caller.belongsTo(unitCode);
    }

    /** Why it can not be done now, and the remedy. */
    Optional<Text> refusal(PriceState state) {
        return switch (state) {
            case DRAFT, RETURNED -> Optional.empty();
            case SUBMITTED ->
                Optional.of(new Text("已随年度报表报送，如需修改请联系市商务局退回", "It was submitted: ask the bureau to return it"));
            case ACCEPTED ->
                Optional.of(new Text(
                        "已审核的价格不能修改；价格变动请录入新价（自动关闭旧价），有误请联系市商务局退回",
                        "It was accepted: enter a new price, which closes this one, or ask the bureau to return it"));
        };
    }

    /** @throws Problem 403 for another's, 409 with the remedy */
    void require(Price price, Caller caller) {
        if (!isFor(caller, price.unitCode())) {
            throw Problem.forbidden(NOT_YOURS);
        }
        @Nullable Text why = refusal(price.state()).orElse(null);
        if (why != null) {
            throw Problem.conflict(why, java.util.List.of(Finding.of("STATE", "", java.util.Map.of("problem", why))));
        }
    }
}
