package org.zhaoshang.signing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit says of a signed project: forms B and C, with the first agreement's own words. Amounts in yuan; labels and limits
 * are in {@code data/signed-project-fields.csv}.
 *
 * @param unitCode the reporting unit, for which it counts; fixed once created
 * @param eventCode the first signing event; null when signed directly (自行签约)
 * @param stage never null: without one the agreement tells it
 */
@Embeddable
public record SignedProjectFields(
        @Nullable @Schema(maxLength = 100) String externalId,

        @Schema(required = true, maxLength = 100, examples = "示例年产2GW光伏组件项目")
        String name,

        @Schema(required = true, examples = "150622") String unitCode,
        @Nullable @Schema(examples = "150622") String locationCode,
        @Nullable @Schema(examples = "3.3") String industryCode,
        @Nullable String projectCode,

        @Nullable @Schema(examples = "ORD-2021-150622-0001") String reserveProjectCode,

        @Nullable @Schema(examples = "EVT-2020-01") String eventCode,

        @Nullable @Enumerated(EnumType.STRING) AgreementKind agreementKind,
        @Nullable @Schema(maxLength = 200) String agreementName,
        @Nullable LocalDate signedOn,
        @Nullable @Schema(maxLength = 100) String signingParty,
        @Nullable @Schema(maxLength = 100) String investor,
        @Nullable String investorCreditCode,
        @Nullable @Enumerated(EnumType.STRING) Origin origin,

        @Nullable @Schema(maxLength = 100, examples = "江苏省苏州市")
        String originPlace,

        @Nullable @Enumerated(EnumType.STRING) Currency currency,
        @Nullable BigDecimal amountOriginal,

        @Nullable @Schema(description = "Yuan for one unit of the currency")
        BigDecimal exchangeRate,

        @Nullable LocalDate exchangeDate,

        @Nullable @Schema(examples = "250000000") BigDecimal agreedAmountYuan,

        @Nullable BigDecimal agreedOutsideYuan,
        @Nullable LocalDate plannedStartOn,
        @Nullable LocalDate plannedCompletionOn,

        @Schema(required = true) @Enumerated(EnumType.STRING)
        Stage stage,

        @Nullable LocalDate stageOn,

        @Nullable @Schema(maxLength = 40, description = "Owed by MERGED: code of another of the unit's signed projects")
        String mergedInto,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Share> shares,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications) {

    @SuppressWarnings("NullAway") // lists and stage are absent in a request and present from then on
    public SignedProjectFields {
        shares = shares == null ? List.of() : List.copyOf(shares);
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
        stage = stage == null ? Stage.of(agreementKind) : stage;
        stageOn = stageOn == null && (stage == Stage.INTENT || stage == Stage.SIGNED) ? signedOn : stageOn;
        mergedInto = stage == Stage.MERGED ? mergedInto : null;
        amountOriginal = PlainNumber.orNull(amountOriginal);
        exchangeRate = PlainNumber.orNull(exchangeRate);
        agreedAmountYuan = PlainNumber.orNull(
                agreedAmountYuan == null ? converted(amountOriginal, exchangeRate) : agreedAmountYuan);
        agreedOutsideYuan = PlainNumber.orNull(agreedOutsideYuan);
    }

    /** V21: what the amount in foreign money is in yuan; null without amount or rate. */
    static @Nullable BigDecimal converted(@Nullable BigDecimal original, @Nullable BigDecimal rate) {
        return original == null || rate == null ? null : original.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }

    public boolean hasForeignMoney() {
        return currency != null && currency != Currency.CNY;
    }

    /** The same project at another stage. */
    public SignedProjectFields at(Stage to, @Nullable LocalDate on) {
        return at(to, on, mergedInto);
    }

    /** @param into the code of the project with which it goes on */
    SignedProjectFields at(Stage to, @Nullable LocalDate on, @Nullable String into) {
        return new SignedProjectFields(
                externalId,
                name,
                unitCode,
                locationCode,
                industryCode,
                projectCode,
                reserveProjectCode,
                eventCode,
                agreementKind,
                agreementName,
                signedOn,
                signingParty,
                investor,
                investorCreditCode,
                origin,
                originPlace,
                currency,
                amountOriginal,
                exchangeRate,
                exchangeDate,
                agreedAmountYuan,
                agreedOutsideYuan,
                plannedStartOn,
                plannedCompletionOn,
                to,
                on,
                into,
                shares,
                justifications);
    }

    /** The words given for a rule; null for none. */
    public @Nullable String justification(String rule) {
        return justifications.stream()
                .filter(given -> given.rule().equals(rule) && !given.text().isBlank())
                .map(Justification::text)
                .findFirst()
                .orElse(null);
    }
}
