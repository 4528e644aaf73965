package org.zhaoshang.signing;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;

/**
 * A signed project (签约项目), from the first talks to production or an honest exit. Its fields are the unit's; what further
 * agreements made of it stands beside them.
 */
@Entity
@Table(name = "signed_projects")
public class SignedProject {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;

    @Embedded
    private SignedProjectFields fields;

    @Embedded
    private SignedProjectKeys keys;

    @Enumerated(EnumType.STRING)
    private @Nullable AgreementKind currentKind;

    private @Nullable BigDecimal currentAmountYuan;
    private @Nullable BigDecimal currentOutsideYuan;
    private @Nullable String currentInvestor;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Permit, PermitStatus> permits = new TreeMap<>();

    private int blocking;
    private int explaining;
    private @Nullable String exitReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Exclusion exclusion;

    private @Nullable String exclusionNote;
    /** Agreements, receipts or a monthly report rest on it. */
    private boolean bound;

    private boolean example;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected SignedProject() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    SignedProject(String code, SignedProjectFields fields, boolean example, Caller by, Instant at) {
        this.code = code;
        this.fields = fields;
        this.keys = SignedProjectKeys.of(code, fields);
        this.example = example;
        this.createdAt = at;
        this.createdBy = by.displayName();
        this.updatedAt = at;
        this.updatedBy = by.displayName();
        agreed(List.of());
        this.exitReason = fields.stage().isExit() ? fields.justification("V23") : null;
    }

    /** @param further what was signed after the first agreement */
    void revise(SignedProjectFields to, List<Agreement> further, @Nullable String reason, Caller by, Instant at) {
        if (!to.stage().isExit()) {
            exitReason = null;
        } else if (to.stage() != fields.stage()) {
            exitReason = reason == null ? to.justification("V23") : reason;
        }
        fields = to;
        keys = SignedProjectKeys.of(code, to);
        agreed(further);
        touch(by, at);
    }

    /** Why it ended, where it is told beside the fields. */
    void ended(String reason) {
        exitReason = reason;
    }

    /** What all agreements together say. */
    final void agreed(List<Agreement> further) {
        Agreements.Current current = Agreements.current(fields, further);
        currentKind = current.kind();
        currentAmountYuan = current.amountYuan();
        currentOutsideYuan = current.outsideYuan();
        currentInvestor = current.investor();
    }

    void permit(Map<Permit, PermitStatus> checklist, Caller by, Instant at) {
        permits = new TreeMap<>(checklist);
        touch(by, at);
    }

    /** V16: the bureau says that it does not count for the assessment; null for that it does. */
    void exclude(@Nullable Exclusion why, @Nullable String note, Caller by, Instant at) {
        exclusion = why;
        exclusionNote = note;
        touch(by, at);
    }

    /** Keeps how many findings are open, for lists and filters. */
    void judged(List<Finding> findings) {
        blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        explaining = (int) findings.stream().filter(this::isUnexplained).count();
    }

    /** Whether this finding still asks for a word. */
    boolean isUnexplained(Finding finding) {
        return finding.severity() == Severity.EXPLAIN && fields.justification(finding.rule()) == null;
    }

    /** What lacks a required fact is kept and not counted. */
    boolean isCounted() {
        return blocking == 0;
    }

    /** From now on it can be ended and not deleted. */
    public void bind() {
        bound = true;
    }

    boolean isBound() {
        return bound;
    }

    void touch(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public SignedProjectFields fields() {
        return fields;
    }

    SignedProjectKeys keys() {
        return keys;
    }

    public String unitCode() {
        return fields.unitCode();
    }

    public Stage stage() {
        return fields.stage();
    }

    public Optional<AgreementKind> currentKind() {
        return Optional.ofNullable(currentKind);
    }

    /** All that is agreed today, in yuan. */
    public Optional<BigDecimal> currentAmountYuan() {
        return Optional.ofNullable(currentAmountYuan);
    }

    public Optional<BigDecimal> currentOutsideYuan() {
        return Optional.ofNullable(currentOutsideYuan);
    }

    public Optional<String> currentInvestor() {
        return Optional.ofNullable(currentInvestor);
    }

    public Map<Permit, PermitStatus> permits() {
        return new TreeMap<>(permits);
    }

    int blocking() {
        return blocking;
    }

    int explaining() {
        return explaining;
    }

    Optional<String> exitReason() {
        return Optional.ofNullable(exitReason);
    }

    Optional<Exclusion> exclusion() {
        return Optional.ofNullable(exclusion);
    }

    Optional<String> exclusionNote() {
        return Optional.ofNullable(exclusionNote);
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

    /** The first day that it can be counted on; today where it is not signed. */
    LocalDate signedOn(LocalDate today) {
        return fields.signedOn() == null ? today : fields.signedOn();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedProject project && Objects.equals(id, project.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
