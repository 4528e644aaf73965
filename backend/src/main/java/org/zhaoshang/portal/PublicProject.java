package org.zhaoshang.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.CooperationMode;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectPublished;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Industry;
import org.zhaoshang.units.Units;

/**
 * What anyone may know of a published project. Investor, contact person, principle checks, environmental capacity, appraisals
 * and explanations stay with the authorities: what is not named here is not published.
 */
@Schema(
        name = "PublicProject",
        description = "What anyone may know of a published project; amounts in yuan, areas in mu.")
record PublicProject(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-2021-150622-0001")
        String code,

        @Schema(required = true) String name,
        @Schema(required = true) int callYear,
        @Schema(required = true) String unitCode,
        @Schema(required = true) String unitName,
        @Nullable String locationCode,
        @Nullable String locationName,
        @Nullable String parkName,
        @Nullable String address,
        @Schema(required = true) String industryCode,
        @Schema(required = true) String industryName,
        @Schema(required = true) String groupCode,
        @Schema(required = true) String groupName,
        @Schema(required = true) List<String> industryTags,
        @Nullable String gbIndustryCode,
        @Nullable String summary,
        @Schema(required = true) String content,
        @Schema(required = true) BigDecimal totalInvestmentYuan,
        @Nullable BigDecimal fixedInvestmentYuan,
        @Nullable BigDecimal fundsSoughtYuan,
        @Nullable BigDecimal landAreaMu,
        @Nullable @Schema(description = "投资强度, 万元/亩") BigDecimal investmentIntensityWanPerMu,
        @Nullable BigDecimal waterDemandTonPerYear,
        @Nullable BigDecimal powerDemandKwhPerYear,
        @Nullable BigDecimal energyTonCePerYear,
        @Nullable BigDecimal annualOutputYuan,
        @Nullable BigDecimal annualTaxYuan,
        @Nullable Long jobs,
        @Schema(required = true) List<CooperationMode> cooperationModes,
        @Nullable String preparation,
        @Schema(required = true) String contactOffice,
        @Schema(required = true) String contactPhone,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,

        @Schema(required = true, description = "When it first came onto the list")
        OffsetDateTime publishedAt,

        @Schema(required = true, description = "When this version took its place")
        OffsetDateTime updatedAt,

        @Schema(required = true, description = "示例: demonstration data, not a real project")
        boolean example) {

    /** The event's fields have passed {@link PublicRules}. */
    static PublicProject of(ProjectPublished event, Instant firstPublished, Units units, Industries industries) {
        ProjectFields fields = event.fields();
        String industryCode = Objects.requireNonNull(fields.industryCode());
        Industry industry = industries
                .byCode(industryCode)
                .orElse(new Industry(industryCode, industryCode, industryCode.split("\\.")[0], "", List.of()));
        String location = fields.locationCode();
        return new PublicProject(
                event.id(),
                event.code(),
                fields.name(),
                fields.callYear(),
                fields.unitCode(),
                units.nameOf(fields.unitCode()),
                location,
                location == null ? null : units.nameOf(location),
                fields.parkName(),
                fields.address(),
                industryCode,
                industry.name(),
                industry.groupCode(),
                industry.groupName(),
                fields.industryTags(),
                fields.gbIndustryCode(),
                fields.summary(),
                Objects.requireNonNull(fields.content()),
                Objects.requireNonNull(fields.totalInvestmentYuan()),
                fields.fixedInvestmentYuan(),
                fields.fundsSoughtYuan(),
                fields.landAreaMu(),
                fields.investmentIntensityWanPerMu(),
                fields.waterDemandTonPerYear(),
                fields.powerDemandKwhPerYear(),
                fields.energyTonCePerYear(),
                fields.annualOutputYuan(),
                fields.annualTaxYuan(),
                fields.jobs(),
                fields.cooperationModes(),
                fields.preparation(),
                Objects.requireNonNull(fields.contactOffice()),
                Objects.requireNonNull(fields.contactPhone()),
                fields.longitude(),
                fields.latitude(),
                CityClock.local(firstPublished),
                CityClock.local(event.at()),
                event.example());
    }
}
