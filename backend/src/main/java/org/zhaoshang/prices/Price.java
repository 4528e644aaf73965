package org.zhaoshang.prices;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.search.Bigrams;

/** A factor price of a unit. It goes where its unit's report goes: submitted, returned, accepted with it. */
@Entity
@Table(name = "factor_prices")
class Price {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;

    @Enumerated(EnumType.STRING)
    private PriceState state = PriceState.DRAFT;

    private int reportYear;

    @Embedded
    private PriceFields fields;

    @Embedded
    private PriceKey key;

    @SuppressWarnings("UnusedVariable") // the queries of PriceList ask for it
    private String searchText;

    @SuppressWarnings("UnusedVariable") // they ask for it too
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Integer[] searchGrams;

    private int blocking;
    private int explaining;
    private boolean example;
    private @Nullable UUID closedBy;
    private @Nullable String returned;
    private @Nullable Instant submittedAt;
    private @Nullable Instant acceptedAt;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Price() {}

    /** @param reportYear of the report that it is submitted with */
    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Price(String code, int reportYear, PriceFields fields, boolean example, Caller by, Instant at) {
        this.code = code;
        this.reportYear = reportYear;
        this.example = example;
        this.createdAt = at;
        this.createdBy = by.displayName();
        say(fields);
        touch(by, at);
    }

    void revise(PriceFields to, Caller by, Instant at) {
        if (!Objects.equals(to.validTo(), fields.validTo())) {
            closedBy = null; // a last day that the unit states itself is no longer another price's
        }
        say(to);
        touch(by, at);
    }

    private void say(PriceFields said) {
        this.fields = said;
        this.key = PriceKey.of(said);
        this.searchText = Stream.of(
                        said.item().name().zh(),
                        said.item().name().en(),
                        code,
                        said.externalId(),
                        said.parkName(),
                        said.condition(),
                        said.composition(),
                        said.sourceDocument())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        this.searchGrams = Bigrams.of(searchText);
    }

    /** Ends the day before another price begins. */
    void closeBefore(LocalDate day, UUID other, Caller by, Instant at) {
        say(fields.until(day.minusDays(1)));
        closedBy = other;
        touch(by, at);
    }

    /** The price that had closed it is gone, or begins on another day. */
    void release(Caller by, Instant at) {
        say(fields.until(null));
        closedBy = null;
        touch(by, at);
    }

    /** Keeps how many findings are open, for lists and filters. */
    void judged(List<Finding> findings) {
        this.blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        this.explaining = (int) findings.stream().filter(this::isUnexplained).count();
    }

    /** Whether this finding still asks for a word. */
    boolean isUnexplained(Finding finding) {
        return finding.severity() == Severity.EXPLAIN
                && fields.justifications().stream()
                        .noneMatch(given -> given.rule().equals(finding.rule())
                                && !given.text().isBlank());
    }

    void submit(Caller by, Instant at) {
        state = PriceState.SUBMITTED;
        if (submittedAt == null) {
            submittedAt = at;
        }
        touch(by, at);
    }

    void sendBack(@Nullable String why, Caller by, Instant at) {
        state = PriceState.RETURNED;
        returned = why;
        touch(by, at);
    }

    void accept(Caller by, Instant at) {
        state = PriceState.ACCEPTED;
        returned = null;
        acceptedAt = at;
        touch(by, at);
    }

    private void touch(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    PriceState state() {
        return state;
    }

    int reportYear() {
        return reportYear;
    }

    PriceFields fields() {
        return fields;
    }

    PriceKey key() {
        return key;
    }

    String unitCode() {
        return fields.unitCode();
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

    Optional<UUID> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    Optional<String> returned() {
        return Optional.ofNullable(returned);
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
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
        return other instanceof Price price && Objects.equals(id, price.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
