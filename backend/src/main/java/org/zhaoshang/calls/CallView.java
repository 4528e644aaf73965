package org.zhaoshang.calls;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.rules.WhyNot;

/** A call as an answer carries it. */
@Schema(name = "Call")
record CallView(
        @Schema(required = true, examples = "2021") int year,
        @Schema(required = true) long version,
        @Schema(required = true) String name,
        @Schema(required = true) LocalDate planningFrom,
        @Schema(required = true) LocalDate planningTo,

        @Schema(required = true, description = "The last day in time, to its end in Asia/Shanghai")
        LocalDate deadline,

        @Schema(required = true, examples = "5000000") BigDecimal minimumInvestmentYuan,
        @Schema(required = true) LateSubmissions lateSubmissions,
        @Schema(required = true) List<String> industryCodes,
        @Schema(required = true) List<String> principleCodes,
        @Schema(required = true) List<Quota> quotas,
        @Schema(required = true) Call.State state,

        @Schema(required = true, description = "0 on the day of the deadline, negative afterwards")
        long daysLeft,

        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {

    @Schema(name = "CallQuota")
    record Quota(
            @Schema(required = true) String unitCode,
            @Schema(required = true) int quota) {}

    static CallView of(Call call, Map<String, Integer> quotas, LocalDate today, Caller reader) {
        return new CallView(
                call.year(),
                call.version(),
                call.name(),
                call.planningFrom(),
                call.planningTo(),
                call.deadline(),
                plain(call.minimumInvestmentYuan()),
                call.lateSubmissions(),
                call.industryCodes(),
                call.principleCodes(),
                quotas.entrySet().stream()
                        .map(entry -> new Quota(entry.getKey(), entry.getValue()))
                        .toList(),
                call.stateOn(today),
                CallRules.daysLeft(call.deadline(), today),
                reader.may(Permission.CALLS_WRITE) ? List.of("edit", "extend") : List.of(),
                List.of());
    }

    /** 5000000, not 5000000.00. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
