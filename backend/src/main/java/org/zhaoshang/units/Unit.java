package org.zhaoshang.units;

import org.jspecify.annotations.Nullable;

/**
 * The city or one of its units (市、旗区、园区).
 *
 * @param code GB/T 2260 where there is one, else of our own (parks)
 * @param reports whether it is a reporting unit (填报单位)
 * @param reportingBody the office that reports for it
 * @param leadSubmitsOnly whether only the lead (分管领导) submits for it
 * @param monthlyReportDueDay the last day of the month in time for its monthly report; null for who owes none
 */
public record Unit(
        String code,
        String name,
        String shortName,
        Kind kind,
        @Nullable String parentCode,
        @Nullable String reportingBody,
        boolean reports,
        boolean leadSubmitsOnly,
        @Nullable Integer monthlyReportDueDay,
        long version) {

    public enum Kind {
        CITY,
        DISTRICT,
        BANNER,
        PARK
    }

    /** Whether a project can lie in it (行政区划): parks lie inside a banner or district and have no such code. */
    public boolean isLocation() {
        return kind == Kind.DISTRICT || kind == Kind.BANNER;
    }
}
