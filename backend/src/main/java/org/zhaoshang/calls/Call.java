package org.zhaoshang.calls;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** One year's call for projects (征集). Days are those of Asia/Shanghai; the deadline's whole day is in time. */
@Entity
@Table(name = "calls")
public class Call {
    @Id
    private int year;

    private String name;

    @Column(name = "planning_from")
    private LocalDate planningFrom;

    @Column(name = "planning_to")
    private LocalDate planningTo;

    private LocalDate deadline;

    @Column(name = "minimum_investment_yuan")
    private BigDecimal minimumInvestmentYuan;

    @Enumerated(EnumType.STRING)
    @Column(name = "late_submissions")
    private LateSubmissions lateSubmissions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "industry_codes")
    private List<String> industryCodes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "principle_codes")
    private List<String> principleCodes;

    @OneToMany(mappedBy = "call", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @OrderBy("recordedAt")
    private List<Extension> extensions = new ArrayList<>();

    /** Also makes a change of quotas alone a change of the call. */
    @Column(name = "updated_at")
    private Instant updatedAt;

    /** Null until stored: that is how the persistence layer knows a new row that brings its own key. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Call() {}

    Call(int year, Terms terms, Instant now) {
        this.year = year;
        rewrite(terms, now);
    }

    /** What the bureau sets. */
    record Terms(
            String name,
            LocalDate planningFrom,
            LocalDate planningTo,
            LocalDate deadline,
            BigDecimal minimumInvestmentYuan,
            LateSubmissions lateSubmissions,
            List<String> industryCodes,
            List<String> principleCodes) {}

    @SuppressWarnings("NullAway.Init")
    final void rewrite(Terms terms, Instant now) {
        name = terms.name();
        planningFrom = terms.planningFrom();
        planningTo = terms.planningTo();
        deadline = terms.deadline();
        minimumInvestmentYuan = terms.minimumInvestmentYuan();
        lateSubmissions = terms.lateSubmissions();
        industryCodes = new ArrayList<>(terms.industryCodes());
        principleCodes = new ArrayList<>(terms.principleCodes());
        updatedAt = now;
    }

    Terms terms() {
        return new Terms(
                name,
                planningFrom,
                planningTo,
                deadline,
                minimumInvestmentYuan,
                lateSubmissions,
                industryCodes(),
                principleCodes());
    }

    void extend(Extension extension) {
        extensions.add(extension);
    }

    /** The last day in time for the unit: the call's, or a later one that was granted. */
    public LocalDate deadlineFor(String unitCode) {
        return extensions.stream()
                .filter(extension -> extension.unitCode().equals(unitCode))
                .map(Extension::until)
                .filter(until -> until.isAfter(deadline))
                .max(LocalDate::compareTo)
                .orElse(deadline);
    }

    public boolean isExtended(String unitCode) {
        return deadlineFor(unitCode).isAfter(deadline);
    }

    /** Whether what the unit submits at that instant is late: from midnight after its last day. */
    public boolean isLate(String unitCode, Instant at) {
        return !at.isBefore(CityClock.endOf(deadlineFor(unitCode)));
    }

    /** Whether a submission of the unit at that instant must be refused. */
    public boolean refuses(String unitCode, Instant at) {
        return lateSubmissions == LateSubmissions.REFUSE && isLate(unitCode, at);
    }

    /** Where the call stands on a day; extensions of single units do not keep it open. */
    public State stateOn(LocalDate day) {
        if (day.isBefore(planningFrom)) {
            return State.UPCOMING;
        }
        return day.isAfter(deadline) ? State.CLOSED : State.OPEN;
    }

    public enum State {
        UPCOMING,
        OPEN,
        CLOSED
    }

    public int year() {
        return year;
    }

    public String name() {
        return name;
    }

    public LocalDate planningFrom() {
        return planningFrom;
    }

    public LocalDate planningTo() {
        return planningTo;
    }

    public LocalDate deadline() {
        return deadline;
    }

    /** The smallest total investment of a project (yuan). */
    public BigDecimal minimumInvestmentYuan() {
        return minimumInvestmentYuan;
    }

    public LateSubmissions lateSubmissions() {
        return lateSubmissions;
    }

    /** The industries in scope. */
    public List<String> industryCodes() {
        return List.copyOf(industryCodes);
    }

    /** The principles that each project must have checked. */
    public List<String> principleCodes() {
        return List.copyOf(principleCodes);
    }

    List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
