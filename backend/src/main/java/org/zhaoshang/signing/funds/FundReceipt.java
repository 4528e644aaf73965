package org.zhaoshang.signing.funds;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.StoredRow;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;

/**
 * One receipt of funds for a signed project (到位资金). Its fields are what the unit declares (申报数); what the bureau leaves of
 * it (审核数) and what the region recognises (认定数) stand beside and never take its place (V14).
 */
@Entity
@Table(name = "fund_receipts")
class FundReceipt implements StoredRow<ReceiptFields> {
    /** The bureau's word on a proof that another receipt had first. */
    enum ProofVerdict {
        /** Two proofs that only look alike: both count. */
        DISTINCT,
        /** The same proof: this one does not count. */
        SAME
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;
    private UUID signedProjectId;

    @Embedded
    private ReceiptFields fields;

    @Embedded
    private ReceiptKeys keys;

    private @Nullable BigDecimal reviewedYuan;
    private @Nullable String cutReason;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewedBy;
    private @Nullable BigDecimal recognisedYuan;
    private @Nullable LocalDate recognisedOn;

    /** Kept by {@link Proofs} alone. */
    @Column(insertable = false, updatable = false)
    private boolean twin;

    @Enumerated(EnumType.STRING)
    private @Nullable ProofVerdict proofVerdict;

    private @Nullable String verdictReason;

    /** Kept by {@link Ledger} alone, which hands a unit's receipts to its report. */
    @Column(insertable = false, updatable = false)
    private @Nullable String reportedMonth;

    @Column(insertable = false, updatable = false)
    private boolean locked;

    private int blocking;
    private int explaining;
    private boolean example;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected FundReceipt() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    FundReceipt(String code, ReceiptFields fields, UUID project, boolean example, Caller by, Instant at) {
        this.code = code;
        this.fields = fields;
        this.keys = ReceiptKeys.of(code, fields);
        this.signedProjectId = project;
        this.example = example;
        this.createdAt = at;
        this.createdBy = by.displayName();
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    /** What was reviewed of another amount is to be reviewed anew. */
    void revise(ReceiptFields to, UUID project, Caller by, Instant at) {
        if (!to.hasSameMoney(fields)) {
            reviewedYuan = null;
            cutReason = null;
            reviewedAt = null;
            reviewedBy = null;
            recognisedYuan = null;
            recognisedOn = null;
            proofVerdict = null;
            verdictReason = null;
        }
        fields = to;
        keys = ReceiptKeys.of(code, to);
        signedProjectId = project;
        touch(by, at);
    }

    /**
     * 审核数
     *
     * @param left of the declared amount, yuan
     * @param why the rest was cut; null where nothing was
     */
    void review(BigDecimal left, @Nullable String why, Caller by, Instant at) {
        reviewedYuan = left;
        cutReason = why;
        reviewedAt = at;
        reviewedBy = by.displayName();
        touch(by, at);
    }

    /** 认定数; nulls take it back. */
    void recognise(@Nullable BigDecimal amount, @Nullable LocalDate on, Caller by, Instant at) {
        recognisedYuan = amount;
        recognisedOn = on;
        touch(by, at);
    }

    void judgeProof(ProofVerdict verdict, String reason, Caller by, Instant at) {
        proofVerdict = verdict;
        verdictReason = reason;
        touch(by, at);
    }

    void judged(List<Finding> findings) {
        blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        explaining = (int) findings.stream().filter(this::isUnexplained).count();
    }

    boolean isUnexplained(Finding finding) {
        return finding.severity() == Severity.EXPLAIN && fields.justification(finding.rule()) == null;
    }

    private void touch(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ReceiptFields fields() {
        return fields;
    }

    String unitCode() {
        return fields.unitCode();
    }

    ReceiptKeys keys() {
        return keys;
    }

    UUID signedProjectId() {
        return signedProjectId;
    }

    Optional<BigDecimal> reviewedYuan() {
        return Optional.ofNullable(reviewedYuan).map(PlainNumber::of);
    }

    Optional<String> cutReason() {
        return Optional.ofNullable(cutReason);
    }

    Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    Optional<String> reviewedBy() {
        return Optional.ofNullable(reviewedBy);
    }

    Optional<BigDecimal> recognisedYuan() {
        return Optional.ofNullable(recognisedYuan).map(PlainNumber::of);
    }

    Optional<LocalDate> recognisedOn() {
        return Optional.ofNullable(recognisedOn);
    }

    /** Another receipt had this proof and amount first. */
    boolean isTwin() {
        return twin;
    }

    Optional<ProofVerdict> proofVerdict() {
        return Optional.ofNullable(proofVerdict);
    }

    Optional<String> verdictReason() {
        return Optional.ofNullable(verdictReason);
    }

    /** The month of the report that first told of it. */
    Optional<String> reportedMonth() {
        return Optional.ofNullable(reportedMonth);
    }

    /** A report that is under review, accepted or closed tells of it. */
    boolean isLocked() {
        return locked;
    }

    int blocking() {
        return blocking;
    }

    int explaining() {
        return explaining;
    }

    boolean isExample() {
        return example;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FundReceipt receipt && Objects.equals(id, receipt.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
