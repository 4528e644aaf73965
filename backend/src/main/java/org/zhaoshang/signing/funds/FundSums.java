package org.zhaoshang.signing.funds;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.fields.PlainNumber;

/**
 * What receipts sum to, in yuan: declared by origin, and beside it what was reviewed, recognised and entered in the region's
 * system. Computed, never typed (V08, V09, V14).
 *
 * @param domesticYuan from outside the region, from the region and from the city (国内到位资金)
 * @param assessedYuan the money from outside the region that counts, by the switches (V16, V17)
 */
@Schema(name = "FundSums")
public record FundSums(
        @Schema(required = true) long receipts,
        @Schema(required = true) BigDecimal declaredYuan,
        @Schema(required = true) BigDecimal outsideYuan,
        @Schema(required = true) BigDecimal inRegionYuan,
        @Schema(required = true) BigDecimal inCityYuan,
        @Schema(required = true) BigDecimal overseasYuan,
        @Schema(required = true) BigDecimal domesticYuan,
        @Schema(required = true) BigDecimal assessedYuan,
        @Schema(required = true) BigDecimal reviewedYuan,
        @Schema(required = true) BigDecimal recognisedYuan,
        @Schema(required = true) BigDecimal enteredYuan) {

    static final FundSums NONE = new FundSums(
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    /** The sums in SQL, over receipts {@code r}, their projects {@code p} and the switches {@code c}. */
    static final String COLUMNS = """
            count(*) receipts, coalesce(sum(r.amount_yuan), 0) declared,
            coalesce(sum(r.amount_yuan) filter (where r.origin = 'OUTSIDE_REGION'), 0) outside,
            coalesce(sum(r.amount_yuan) filter (where r.origin = 'IN_REGION'), 0) in_region,
            coalesce(sum(r.amount_yuan) filter (where r.origin = 'IN_CITY'), 0) in_city,
            coalesce(sum(r.amount_yuan) filter (where r.origin = 'OVERSEAS'), 0) overseas,
            coalesce(sum(r.amount_yuan) filter (where %s), 0) assessed,
            coalesce(sum(r.reviewed_yuan), 0) reviewed, coalesce(sum(r.recognised_yuan), 0) recognised,
            coalesce(sum(r.entered_amount_yuan), 0) entered""".formatted(Counting.ASSESSED);

    /** Where they are summed over. */
    static final String SOURCE = """
            fund_receipts r join signed_projects p on p.id = r.signed_project_id cross join fund_counting c""";

    static FundSums of(Tuple row) {
        BigDecimal outside = amount(row, "outside");
        BigDecimal inRegion = amount(row, "in_region");
        BigDecimal inCity = amount(row, "in_city");
        return new FundSums(
                row.get("receipts", Long.class),
                amount(row, "declared"),
                outside,
                inRegion,
                inCity,
                amount(row, "overseas"),
                PlainNumber.of(outside.add(inRegion).add(inCity)),
                amount(row, "assessed"),
                amount(row, "reviewed"),
                amount(row, "recognised"),
                amount(row, "entered"));
    }

    private static BigDecimal amount(Tuple row, String column) {
        return PlainNumber.of(row.get(column, BigDecimal.class));
    }
}
