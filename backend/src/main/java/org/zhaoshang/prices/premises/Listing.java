package org.zhaoshang.prices.premises;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.time.CityClock;

/**
 * What a unit offers investors. Its transitions are verbs that refuse with a reason. What the public sees is what the bureau
 * last published: later changes of the fields wait for it, where the offer stands and how fresh it is do not.
 */
@MappedSuperclass
public abstract class Listing {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;

    @Enumerated(EnumType.STRING)
    private ListingState state;

    private int blocking;
    private int explaining;
    private boolean publiclyListed;
    /** Whether the fields or pictures are other than the public sees. */
    private boolean changedSince;

    private @Nullable Instant publishedAt;
    private @Nullable String publishedBy;
    private LocalDate verifiedOn;
    private LocalDate verifiedUntil;
    private @Nullable String takenBy;
    private @Nullable LocalDate takenOn;
    private @Nullable String exitReason;
    private boolean example;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Listing(ListingKind kind, String code, boolean example, LocalDate verifiedUntil, Caller by, Instant at) {
        this.code = code;
        this.state = kind.open();
        this.example = example;
        this.verifiedOn = CityClock.dayOf(at);
        this.verifiedUntil = verifiedUntil;
        this.createdAt = at;
        this.createdBy = by.displayName();
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    abstract ListingKind kind();

    abstract ListingFields fields();

    abstract ListingKeys keys();

    /** @param to fields of this kind */
    abstract void take(ListingFields to);

    void revise(ListingFields to, Caller by, Instant at) {
        take(to);
        changedSince = publiclyListed;
        touch(by, at);
    }

    /** Its pictures are other than the public sees. */
    void picturesChanged() {
        changedSince = publiclyListed;
    }

    /** Keeps how many findings are open, for lists and filters. */
    void judged(List<Finding> findings) {
        blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        explaining = (int) findings.stream().filter(this::isUnexplained).count();
    }

    /** Whether this finding still asks for a word. */
    boolean isUnexplained(Finding finding) {
        return finding.severity() == Severity.EXPLAIN
                && fields().justifications().stream()
                        .noneMatch(given -> given.rule().equals(finding.rule())
                                && !given.text().isBlank());
    }

    /** The unit has looked again: all of it is still true. */
    void confirm(LocalDate until, Caller by, Instant at) {
        leave(ListingAction.CONFIRM, state, by, at);
        verifiedOn = CityClock.dayOf(at);
        verifiedUntil = until;
    }

    void negotiate(Caller by, Instant at) {
        leave(ListingAction.NEGOTIATE, ListingState.IN_TALKS, by, at);
    }

    /** V43: premises are in use again, by a project and from a day on; a parcel went to someone on a day. */
    void handOver(@Nullable String to, LocalDate on, Caller by, Instant at) {
        leave(kind() == ListingKind.PREMISES ? ListingAction.REUSE : ListingAction.GRANT, kind().taken(), by, at);
        takenBy = to;
        takenOn = on;
        unlist();
    }

    void withdraw(String reason, Caller by, Instant at) {
        leave(ListingAction.WITHDRAW, ListingState.WITHDRAWN, by, at);
        exitReason = reason;
        unlist();
    }

    /** Back on offer; the bureau publishes it again, unless only talks have ended. */
    void reopen(Caller by, Instant at) {
        leave(ListingAction.REOPEN, kind().open(), by, at);
        takenBy = null;
        takenOn = null;
        exitReason = null;
    }

    void publish(Caller by, Instant at) {
        leave(ListingAction.PUBLISH, state, by, at);
        publiclyListed = true;
        changedSince = false;
        publishedAt = at;
        publishedBy = by.displayName();
    }

    void unpublish(Caller by, Instant at) {
        leave(ListingAction.UNPUBLISH, state, by, at);
        unlist();
    }

    private void unlist() {
        publiclyListed = false;
        changedSince = false;
    }

    /** What was public once is kept; the rest may go. */
    boolean mayBeDeleted() {
        return publishedAt == null;
    }

    private void leave(ListingAction action, ListingState to, Caller by, Instant at) {
        if (!action.startsFrom(state)) {
            Text why = notNow();
            throw Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
        }
        state = to;
        touch(by, at);
    }

    Text notNow() {
        return new Text(
                "目前为“" + state.label().zh() + "”，不能执行此操作",
                "It is " + state.label().en() + ": this can not be done now");
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

    ListingState state() {
        return state;
    }

    String unitCode() {
        return fields().unitCode();
    }

    int blocking() {
        return blocking;
    }

    int explaining() {
        return explaining;
    }

    boolean isPubliclyListed() {
        return publiclyListed;
    }

    boolean hasChangedSince() {
        return changedSince;
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    LocalDate verifiedOn() {
        return verifiedOn;
    }

    LocalDate verifiedUntil() {
        return verifiedUntil;
    }

    /** The first day on which it no longer counts as verified; empty while it does. */
    Optional<LocalDate> unverifiedSince(LocalDate today) {
        return unverifiedSince(verifiedUntil, today);
    }

    public static Optional<LocalDate> unverifiedSince(LocalDate verifiedUntil, LocalDate today) {
        return today.isAfter(verifiedUntil) ? Optional.of(verifiedUntil.plusDays(1)) : Optional.empty();
    }

    Optional<String> takenBy() {
        return Optional.ofNullable(takenBy);
    }

    Optional<LocalDate> takenOn() {
        return Optional.ofNullable(takenOn);
    }

    Optional<String> exitReason() {
        return Optional.ofNullable(exitReason);
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
        return other instanceof Listing listing && Objects.equals(id, listing.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
