package org.zhaoshang.prices.premises;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.area.AreaPairs;
import org.zhaoshang.shared.fields.Bounds;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit says of a parcel of land: form H. Figures that notices bound or split by use are {@link Bounds}; labels and
 * limits are in {@code data/land-parcel-fields.csv}.
 *
 * @param unitCode the reporting unit; fixed once created
 * @param landUseNote what the class of use leaves open: 弹性年期, 划拨, 住宅兼商服
 * @param investmentIntensity in {@code investmentIntensityUnit}, never without it (V06)
 */
@Embeddable
public record LandParcelFields(
        @Nullable @Schema(maxLength = 100) String externalId,

        @Schema(required = true, maxLength = 100, examples = "示例-A-17")
        String parcelNo,

        @Schema(required = true, examples = "150627") String unitCode,
        @Nullable @Schema(examples = "150627") String locationCode,
        @Nullable @Schema(maxLength = 200) String location,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable @Schema(examples = "19350.6") BigDecimal areaSqm,
        @Nullable @Schema(examples = "29.03") BigDecimal areaMu,
        @Nullable @Enumerated(EnumType.STRING) Use landUse,
        @Nullable @Schema(maxLength = 200) String landUseNote,
        @Nullable @Schema(description = "年") Bounds termYears,
        @Nullable Bounds plotRatio,
        @Nullable @Schema(description = "%") Bounds buildingDensityPct,
        @Nullable @Schema(description = "%") Bounds greenPct,

        @Nullable @Column(name = "height_limit_m") @Schema(description = "米")
        Bounds heightLimitM,

        @Nullable Bounds investmentIntensity,
        @Nullable @Enumerated(EnumType.STRING) IntensityUnit investmentIntensityUnit,
        @Nullable @Schema(examples = "3483108") BigDecimal startPriceYuan,

        @Nullable @Schema(maxLength = 500, examples = "亩均税收≥3万元、亩均产值9万元")
        String standardLand,

        @Nullable @Schema(maxLength = 100) String noticeNo,
        @Nullable @Schema(maxLength = 100) String contactOffice,
        @Nullable @Schema(maxLength = 40) String contactPhone,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications)
        implements ListingFields {

    private static final BigDecimal MU_PER_HECTARE = BigDecimal.valueOf(15);
    /** 980万元/公顷: the figure and its unit in one. */
    private static final Pattern MEASURED =
            Pattern.compile("(.*\\d)\\s*万元?\\s*(?:/|每)\\s*(亩|公顷)", Pattern.UNICODE_CHARACTER_CLASS);

    /** 一类、二类、三类工业, 物流仓储, 商服, 其他. */
    @Schema(name = "LandUse")
    public enum Use {
        INDUSTRIAL_1,
        INDUSTRIAL_2,
        INDUSTRIAL_3,
        LOGISTICS,
        COMMERCIAL,
        OTHER
    }

    /** 万元/亩, 万元/公顷. */
    @Schema(name = "InvestmentIntensityUnit")
    public enum IntensityUnit {
        WAN_PER_MU,
        WAN_PER_HECTARE
    }

    @SuppressWarnings("NullAway") // the list is absent in a request and empty from then on
    public LandParcelFields {
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
        longitude = PlainNumber.orNull(longitude);
        latitude = PlainNumber.orNull(latitude);
        areaSqm = PlainNumber.orNull(areaSqm);
        areaMu = PlainNumber.orNull(areaMu);
        Matcher measured = MEASURED.matcher(
                investmentIntensity == null ? "" : investmentIntensity.text().replace('／', '/'));
        if (measured.matches()) {
            IntensityUnit said =
                    measured.group(2).equals("亩") ? IntensityUnit.WAN_PER_MU : IntensityUnit.WAN_PER_HECTARE;
            // Said twice and differently it stays as it was written, for the rules to ask.
            if (investmentIntensityUnit == null || investmentIntensityUnit == said) {
                investmentIntensity = new Bounds(measured.group(1));
                investmentIntensityUnit = said;
            }
        }
        startPriceYuan = PlainNumber.orNull(startPriceYuan);
    }

    @Override
    public String title() {
        return parcelNo;
    }

    /** The area in mu, three decimals: reckoned from the square metres, which notices survey, else as stated. */
    public @Nullable BigDecimal computedAreaMu() {
        return mu(areaSqm, areaMu);
    }

    static @Nullable BigDecimal mu(@Nullable BigDecimal areaSqm, @Nullable BigDecimal areaMu) {
        return areaSqm == null
                ? areaMu
                : PlainNumber.of(areaSqm.multiply(AreaPairs.MU_PER_SQM).setScale(3, RoundingMode.HALF_UP));
    }

    /** 起始价 in 万元/亩, two decimals; null without price or area. */
    public @Nullable BigDecimal startPriceWanPerMu() {
        BigDecimal mu = areaSqm == null ? areaMu : areaSqm.multiply(AreaPairs.MU_PER_SQM);
        return startPriceYuan == null || mu == null || mu.signum() == 0
                ? null
                : startPriceYuan.divide(mu.multiply(Money.WAN), 2, RoundingMode.HALF_UP);
    }

    /** V06: 投资强度 in 万元/亩, two decimals; null without its unit, or where it differs by use. */
    public @Nullable BigDecimal investmentIntensityWanPerMu() {
        if (investmentIntensity == null || investmentIntensityUnit == null) {
            return null;
        }
        return investmentIntensity
                .figure()
                .map(figure -> investmentIntensityUnit == IntensityUnit.WAN_PER_HECTARE
                        ? figure.divide(MU_PER_HECTARE, 2, RoundingMode.HALF_UP)
                        : figure.setScale(2, RoundingMode.HALF_UP))
                .orElse(null);
    }

    @Override
    public Map<String, @Nullable String> publicTexts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("parcelNo", parcelNo);
        texts.put("location", location);
        texts.put("landUseNote", landUseNote);
        texts.put("standardLand", standardLand);
        texts.put("noticeNo", noticeNo);
        texts.put("contactOffice", contactOffice);
        texts.put("contactPhone", contactPhone);
        return texts;
    }

    @Override
    public Map<String, @Nullable String> privateTexts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("externalId", externalId);
        return texts;
    }
}
