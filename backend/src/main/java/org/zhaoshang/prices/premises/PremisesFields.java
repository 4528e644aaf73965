package org.zhaoshang.prices.premises;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit says of its premises: form G. The same record is the body of requests, the columns of the table, what the rules
 * judge and what the history compares; labels and limits are in {@code data/premises-fields.csv}.
 *
 * @param unitCode the reporting unit; fixed once created
 * @param titleNo number of the ownership certificate; never published
 * @param encumbrance mortgage or seizure; never published
 * @param crane as people write it, for example 10吨×2台; {@link CraneText} reads it
 * @param idleReason never published
 */
@Embeddable
public record PremisesFields(
        @Nullable @Schema(maxLength = 100) String externalId,

        @Schema(required = true, maxLength = 100, examples = "示例标准厂房3号")
        String name,

        @Schema(required = true, examples = "150622") String unitCode,
        @Nullable @Schema(examples = "150622") String locationCode,
        @Nullable @Enumerated(EnumType.STRING) Kind kind,
        @Nullable @Schema(maxLength = 200) String address,
        @Nullable @Schema(maxLength = 100) String parkName,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable @Schema(maxLength = 100) String ownerOffice,
        @Nullable @Schema(maxLength = 40) String ownerPhone,
        @Nullable @Schema(maxLength = 100) String titleNo,
        @Nullable Boolean titleClear,
        @Nullable @Schema(maxLength = 300) String encumbrance,
        @Nullable @Schema(examples = "8321.26") BigDecimal floorAreaSqm,
        @Nullable @Schema(examples = "5000") BigDecimal freeAreaSqm,
        @Nullable BigDecimal landAreaMu,
        @Nullable @Schema(maxLength = 100) String structure,
        @Nullable Long storeys,
        @Nullable @Column(name = "storey_height_m") BigDecimal storeyHeightM,
        @Nullable @Column(name = "span_m") BigDecimal spanM,
        @Nullable BigDecimal floorLoadTonPerSqm,

        @Nullable @Schema(maxLength = 100, examples = "10吨×2台")
        String crane,

        @Nullable BigDecimal powerKva,

        @Nullable @Schema(maxLength = 500, examples = "供水、天然气、蒸汽、排污；已通过消防验收")
        String utilities,

        @Nullable @Enumerated(EnumType.STRING) Offer offer,
        @Nullable BigDecimal rentYuanPerSqmMonth,
        @Nullable BigDecimal salePriceYuan,
        @Nullable LocalDate idleSince,
        @Nullable @Schema(maxLength = 500) String idleReason,
        @Nullable @Schema(maxLength = 500) String suitableFor,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications)
        implements ListingFields {

    /** 闲置厂房, 标准厂房, 楼宇, 场地. */
    @Schema(name = "PremisesKind")
    public enum Kind {
        IDLE_FACTORY,
        STANDARD_FACTORY,
        BUILDING,
        YARD
    }

    /** 出租, 出售, 租售一体. */
    @Schema(name = "PremisesOffer")
    public enum Offer {
        RENT,
        SALE,
        RENT_OR_SALE
    }

    @SuppressWarnings("NullAway") // the list is absent in a request and empty from then on
    public PremisesFields {
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
        longitude = PlainNumber.orNull(longitude);
        latitude = PlainNumber.orNull(latitude);
        floorAreaSqm = PlainNumber.orNull(floorAreaSqm);
        freeAreaSqm = PlainNumber.orNull(freeAreaSqm);
        landAreaMu = PlainNumber.orNull(landAreaMu);
        storeyHeightM = PlainNumber.orNull(storeyHeightM);
        spanM = PlainNumber.orNull(spanM);
        floorLoadTonPerSqm = PlainNumber.orNull(floorLoadTonPerSqm);
        powerKva = PlainNumber.orNull(powerKva);
        rentYuanPerSqmMonth = PlainNumber.orNull(rentYuanPerSqmMonth);
        salePriceYuan = PlainNumber.orNull(salePriceYuan);
    }

    @Override
    public String title() {
        return name;
    }

    /** V42: 已用面积; null while one of the two areas is missing. */
    public @Nullable BigDecimal occupiedAreaSqm() {
        return floorAreaSqm == null || freeAreaSqm == null ? null : PlainNumber.of(floorAreaSqm.subtract(freeAreaSqm));
    }

    /** V42: 利用率 = 已用 / 建筑, in percent, one decimal, half up. */
    public @Nullable BigDecimal utilisationPct() {
        BigDecimal occupied = occupiedAreaSqm();
        return occupied == null || floorAreaSqm == null || floorAreaSqm.signum() == 0
                ? null
                : occupied.multiply(BigDecimal.valueOf(100)).divide(floorAreaSqm, 1, RoundingMode.HALF_UP);
    }

    /** The largest load that the words on the cranes name, in tons. */
    public @Nullable BigDecimal craneTon() {
        return CraneText.tons(crane).map(PlainNumber::of).orElse(null);
    }

    /** 面议: what is offered, with no price for it. */
    public boolean priceOnRequest() {
        boolean forRent = offer == Offer.RENT || offer == Offer.RENT_OR_SALE;
        boolean forSale = offer == Offer.SALE || offer == Offer.RENT_OR_SALE;
        return forRent && rentYuanPerSqmMonth == null || forSale && salePriceYuan == null;
    }

    @Override
    public Map<String, @Nullable String> publicTexts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("name", name);
        texts.put("address", address);
        texts.put("parkName", parkName);
        texts.put("ownerOffice", ownerOffice);
        texts.put("ownerPhone", ownerPhone);
        texts.put("structure", structure);
        texts.put("crane", crane);
        texts.put("utilities", utilities);
        texts.put("suitableFor", suitableFor);
        return texts;
    }

    @Override
    public Map<String, @Nullable String> privateTexts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("externalId", externalId);
        texts.put("titleNo", titleNo);
        texts.put("idleReason", idleReason);
        return texts;
    }
}
