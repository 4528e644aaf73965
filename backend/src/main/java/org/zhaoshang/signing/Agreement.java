package org.zhaoshang.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.PlainNumber;

/** What was signed after the first agreement of a project: 升级, 增资, 换业主 or 补充. It never changes. */
@Entity
@Table(name = "signing_agreements")
class Agreement {
    /** In which way it changes what was agreed before. */
    @Schema(name = "AgreementChange")
    enum Change {
        UPGRADE,
        ADDED_CAPITAL,
        NEW_INVESTOR,
        SUPPLEMENT
    }

    /**
     * Its words.
     *
     * @param agreedAmountYuan all that is agreed from then on, not the difference
     */
    @Schema(name = "AgreementFields")
    record Terms(
            @Schema(required = true) Change change,
            @Nullable @Schema(examples = "EVT-2020-01") String eventCode,
            @Schema(required = true) AgreementKind agreementKind,
            @Nullable @Schema(maxLength = 200) String agreementName,
            @Schema(required = true) LocalDate signedOn,
            @Nullable @Schema(maxLength = 100) String signingParty,

            @Nullable @Schema(maxLength = 100, description = "Owed by NEW_INVESTOR")
            String investor,

            @Schema(required = true, description = "All that is agreed from then on")
            BigDecimal agreedAmountYuan,

            @Schema(required = true) BigDecimal agreedOutsideYuan,
            @Nullable @Schema(maxLength = 500) String note) {}

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID signedProjectId;
    private int place;

    @Enumerated(EnumType.STRING)
    private Change change;

    private @Nullable String eventCode;

    @Enumerated(EnumType.STRING)
    private AgreementKind agreementKind;

    private @Nullable String agreementName;
    private LocalDate signedOn;
    private @Nullable String signingParty;
    private @Nullable String investor;
    private BigDecimal agreedAmountYuan;
    private BigDecimal agreedOutsideYuan;
    private @Nullable String note;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    /** @param place in the order of signing, from 1 */
    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Agreement(SignedProject project, int place, Terms terms, Caller by, Instant at) {
        this.signedProjectId = project.id();
        this.place = place;
        this.change = terms.change();
        this.eventCode = terms.eventCode();
        this.agreementKind = terms.agreementKind();
        this.agreementName = terms.agreementName();
        this.signedOn = terms.signedOn();
        this.signingParty = terms.signingParty();
        this.investor = terms.investor();
        this.agreedAmountYuan = terms.agreedAmountYuan();
        this.agreedOutsideYuan = terms.agreedOutsideYuan();
        this.note = terms.note();
        this.createdAt = at;
        this.createdBy = by.displayName();
    }

    Terms terms() {
        return new Terms(
                change,
                eventCode,
                agreementKind,
                agreementName,
                signedOn,
                signingParty,
                investor,
                PlainNumber.of(agreedAmountYuan),
                PlainNumber.of(agreedOutsideYuan),
                note);
    }

    Attribution.Signing signing() {
        return new Attribution.Signing(
                eventCode, agreementKind, signedOn, agreedAmountYuan, agreedOutsideYuan, change == Change.NEW_INVESTOR);
    }

    UUID id() {
        return id;
    }

    UUID signedProjectId() {
        return signedProjectId;
    }

    int place() {
        return place;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Agreement agreement && Objects.equals(id, agreement.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
