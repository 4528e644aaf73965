package org.zhaoshang.signing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;

/**
 * What is known of a signing event; what is not is left out and shown as 待补录.
 *
 * @param year in which it stands, also while its days are not known
 * @param statedAmountYuan as it was made public; the sums of its projects are computed
 */
@Embeddable
@Schema(name = "SigningEventFields")
record SigningEventFields(
        @Schema(required = true, maxLength = 100, examples = "示例招商推介会")
        String name,

        @Schema(required = true, examples = "2021") int year,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable @Enumerated(EnumType.STRING) Level organizerLevel,
        @Nullable @Schema(maxLength = 100) String organizer,
        @Nullable @Schema(maxLength = 100) String place,
        @Nullable Long statedProjects,
        @Nullable BigDecimal statedAmountYuan,
        @Nullable @Schema(maxLength = 500) String note,
        @Nullable @Schema(maxLength = 500) String sourceUrl) {

    /** 国家, 自治区, 市, 旗区和园区. */
    @Schema(name = "OrganizerLevel")
    enum Level {
        NATIONAL,
        REGION,
        CITY,
        UNIT
    }

    SigningEventFields {
        statedAmountYuan = PlainNumber.orNull(statedAmountYuan);
    }
}
