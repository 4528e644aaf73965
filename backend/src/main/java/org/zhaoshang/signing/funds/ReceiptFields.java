package org.zhaoshang.signing.funds;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.RowFields;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.signing.Origin;

/**
 * What a unit declares of a receipt (form E), in yuan; labels and limits are in {@code data/receipt-fields.csv}.
 *
 * @param unitCode the reporting unit of the project; fixed once created
 * @param signedProject code of the project
 * @param enteredAmountYuan what was entered in the region's system; null until it is
 */
@Embeddable
public record ReceiptFields(
        @Nullable @Schema(maxLength = 100) String externalId,
        @Schema(required = true, examples = "150622") String unitCode,

        @Schema(required = true, examples = "ORD-SGN-150622-0001")
        String signedProject,

        @Nullable @Schema(examples = "2021-03-20") LocalDate receivedOn,

        @Nullable @Schema(examples = "12000000") BigDecimal amountYuan,

        @Nullable @Enumerated(EnumType.STRING) Origin origin,
        @Nullable @Schema(maxLength = 100) String payer,
        @Nullable @Enumerated(EnumType.STRING) FundForm form,
        @Nullable @Enumerated(EnumType.STRING) FundUse use,

        @Nullable @Schema(maxLength = 50, examples = "银行进账单")
        String proofKind,

        @Nullable @Schema(maxLength = 100) String proofNumber,
        @Nullable BigDecimal enteredAmountYuan,
        @Nullable LocalDate enteredOn,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications)
        implements RowFields {

    @SuppressWarnings("NullAway") // the list is absent in a request and present from then on
    public ReceiptFields {
        amountYuan = PlainNumber.orNull(amountYuan);
        enteredAmountYuan = PlainNumber.orNull(enteredAmountYuan);
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
    }

    ReceiptFields of(String project) {
        return new ReceiptFields(
                externalId,
                unitCode,
                project,
                receivedOn,
                amountYuan,
                origin,
                payer,
                form,
                use,
                proofKind,
                proofNumber,
                enteredAmountYuan,
                enteredOn,
                justifications);
    }

    /** Whether the other says the same of the money itself: what a report has told is not told anew. */
    boolean hasSameMoney(ReceiptFields other) {
        return signedProject.equals(other.signedProject)
                && Objects.equals(receivedOn, other.receivedOn)
                && isSame(amountYuan, other.amountYuan)
                && origin == other.origin
                && Objects.equals(payer, other.payer)
                && form == other.form
                && use == other.use
                && Objects.equals(proofKind, other.proofKind)
                && Objects.equals(proofNumber, other.proofNumber);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
