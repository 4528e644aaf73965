package org.zhaoshang.calls;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Industry;

/** What the bureau writes of a call; what it leaves open is filled in as the form says. */
@Schema(name = "CallInput")
record CallInput(
        @Schema(required = true, description = "Fixed once the call exists", examples = "2027")
        int year,

        @Schema(required = true) String name,
        @Schema(required = true) LocalDate planningFrom,
        @Schema(required = true) LocalDate planningTo,
        @Schema(required = true) LocalDate deadline,
        @Schema(required = true, examples = "5000000") BigDecimal minimumInvestmentYuan,
        @Nullable @Schema(description = "Default MARK") LateSubmissions lateSubmissions,

        @Nullable @Schema(description = "Default: all industries")
        List<String> industryCodes,

        @Nullable @Schema(description = "Default: all principles")
        List<String> principleCodes,

        @Nullable @Schema(description = "A unit not named keeps its quota; 0 in a new call")
        List<CallView.Quota> quotas) {

    static CallInput of(Call call) {
        return new CallInput(
                call.year(),
                call.name(),
                call.planningFrom(),
                call.planningTo(),
                call.deadline(),
                call.minimumInvestmentYuan(),
                call.lateSubmissions(),
                call.industryCodes(),
                call.principleCodes(),
                null);
    }

    Call.Terms terms(Industries industries) {
        return new Call.Terms(
                name,
                planningFrom,
                planningTo,
                deadline,
                minimumInvestmentYuan,
                lateSubmissions == null ? LateSubmissions.MARK : lateSubmissions,
                industryCodes == null
                        ? industries.all().stream().map(Industry::code).toList()
                        : industryCodes,
                principleCodes == null
                        ? Principles.all().stream().map(Principle::code).toList()
                        : principleCodes);
    }

    Map<String, Integer> quotasByUnit() {
        Map<String, Integer> byUnit = new LinkedHashMap<>();
        if (quotas != null) {
            quotas.forEach(quota -> byUnit.put(quota.unitCode(), quota.quota()));
        }
        return byUnit;
    }
}
