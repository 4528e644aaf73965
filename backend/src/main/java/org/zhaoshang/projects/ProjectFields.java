package org.zhaoshang.projects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit says of a project: form A, and nothing the product adds. The same record is the body of requests, the
 * columns of the table, what the rules judge and what the history compares; labels and limits are in
 * {@code data/project-fields.csv}. Amounts in yuan, areas in mu.
 *
 * @param callYear the call it is reported to; fixed once created
 * @param unitCode the reporting unit (填报单位), for which it counts; fixed once created
 * @param locationCode where it will stand (GB/T 2260); differs from the unit for the two parks
 * @param contactPerson never leaves the private part of the product
 */
@Embeddable
public record ProjectFields(
        @Nullable @Schema(maxLength = 100) String externalId,
        @Schema(required = true, examples = "2021") int callYear,

        @Schema(required = true, maxLength = 100, examples = "年产5GW高效光伏组件项目")
        String name,

        @Schema(required = true, examples = "150622") String unitCode,
        @Nullable @Schema(examples = "150622") String locationCode,
        @Nullable @Schema(maxLength = 100) String parkName,
        @Nullable @Schema(maxLength = 200) String address,
        @Nullable @Schema(examples = "3.3") String industryCode,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> industryTags,

        @Nullable @Schema(examples = "38") String gbIndustryCode,
        @Nullable @Schema(maxLength = 300) String summary,
        @Nullable @Schema(maxLength = 1000) String content,
        @Nullable @Schema(examples = "250000000") BigDecimal totalInvestmentYuan,
        @Nullable BigDecimal fixedInvestmentYuan,
        @Nullable BigDecimal fundsSoughtYuan,
        @Nullable BigDecimal landAreaMu,
        @Nullable BigDecimal waterDemandTonPerYear,
        @Nullable BigDecimal powerDemandKwhPerYear,
        @Nullable BigDecimal energyTonCePerYear,
        @Nullable @Schema(maxLength = 500) String environmentalCapacity,
        @Nullable BigDecimal annualOutputYuan,
        @Nullable BigDecimal annualTaxYuan,
        @Nullable Long jobs,

        @Schema(required = true) @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY)
        List<CooperationMode> cooperationModes,

        @Nullable @Schema(maxLength = 100) String investor,
        @Nullable String investorCreditCode,
        @Nullable @Schema(maxLength = 1000) String preparation,
        @Nullable @Schema(maxLength = 100) String contactOffice,
        @Nullable @Schema(maxLength = 40) String contactPhone,
        @Nullable @Schema(maxLength = 50) String contactPerson,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<PrincipleCheck> principleChecks,

        @Nullable Boolean inGuide,
        @Nullable String projectCode,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications) {

    @SuppressWarnings("NullAway") // lists are absent in a request and empty from then on
    public ProjectFields {
        industryTags = industryTags == null ? List.of() : List.copyOf(industryTags);
        cooperationModes = cooperationModes == null ? List.of() : List.copyOf(cooperationModes);
        principleChecks = principleChecks == null ? List.of() : List.copyOf(principleChecks);
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
        totalInvestmentYuan = plain(totalInvestmentYuan);
        fixedInvestmentYuan = plain(fixedInvestmentYuan);
        fundsSoughtYuan = plain(fundsSoughtYuan);
        landAreaMu = plain(landAreaMu);
        waterDemandTonPerYear = plain(waterDemandTonPerYear);
        powerDemandKwhPerYear = plain(powerDemandKwhPerYear);
        energyTonCePerYear = plain(energyTonCePerYear);
        annualOutputYuan = plain(annualOutputYuan);
        annualTaxYuan = plain(annualTaxYuan);
        longitude = plain(longitude);
        latitude = plain(latitude);
    }

    /** 投资强度 in 万元/亩, two decimals; null without fixed investment or land. */
    public @Nullable BigDecimal investmentIntensityWanPerMu() {
        return fixedInvestmentYuan == null || landAreaMu == null || landAreaMu.signum() == 0
                ? null
                : fixedInvestmentYuan.divide(landAreaMu.multiply(BigDecimal.valueOf(10_000)), 2, RoundingMode.HALF_UP);
    }

    /** The same number in its shortest form: 5000000.00 from the database is 5000000 in the answer. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null || number.signum() == 0) {
            return number == null ? null : BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
