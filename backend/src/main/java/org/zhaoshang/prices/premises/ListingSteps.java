package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** The steps of a listing's life: permission and state first, then what the step asks for; each is journalled. */
@ApplicationScoped
class ListingSteps {
    private static final int LONGEST_PROJECT = 200;
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final Text PROJECT = new Text("入驻项目", "Project");
    private static final Text TO = new Text("受让方或项目", "Grantee or project");
    private static final Text ON = new Text("日期", "Day");
    private static final Text NOT_DAY = new Text("应为日期，如 2021-04-10", "must be a day like 2021-04-10");
    private static final Text TO_COME = new Text("不能晚于今天", "must not be after today");

    private final ListingPermits permits;
    private final ListingJournal journal;
    private final WriteListing write;
    private final CityClock clock;

    ListingSteps(ListingPermits permits, ListingJournal journal, WriteListing write, CityClock clock) {
        this.permits = permits;
        this.journal = journal;
        this.write = write;
        this.clock = clock;
    }

    /** What the step does to the listing; the reason is null where none is owed and none was given. */
    private interface Change {
        void make(Instant at, @Nullable String reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void confirm(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.CONFIRM, who, listing, reason, (at, words) -> {
            listing.confirm(write.verifiedUntil(), who, at);
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void negotiate(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.NEGOTIATE, who, listing, reason, (at, words) -> listing.negotiate(who, at));
    }

    /**
     * V43: the project and the day, both owed by premises; of a parcel the day alone.
     *
     * @throws Problem 422 for what is missing, 400 for what can not be read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void handOver(Caller who, Listing listing, @Nullable HandOver given) {
        boolean premises = listing.kind() == ListingKind.PREMISES;
        ListingAction action = premises ? ListingAction.REUSE : ListingAction.GRANT;
        permits.require(action, listing, who);
        String pointer = premises ? "/project" : "/grantee";
        String to = Reasons.text(pointer, premises ? PROJECT : TO, given == null ? null : given.to(), LONGEST_PROJECT);
        LocalDate on = day(given == null ? null : given.on());
        List<Finding> owed = new ArrayList<>();
        if (premises && to == null) {
            owed.add(Finding.of("V43", pointer, Map.of("label", PROJECT)));
        }
        if (on == null) {
            owed.add(Finding.of(premises ? "V43" : "REQUIRED", "/on", Map.of("label", ON)));
        }
        if (!owed.isEmpty()) {
            throw Problem.unprocessable(
                    new Text(
                            "请写明" + (premises ? "入驻项目和日期" : "出让日期"),
                            "Name " + (premises ? "the project and the day" : "the day")),
                    owed);
        }
        take(action, who, listing, given == null ? null : given.reason(), (at, words) -> {
            listing.handOver(to, Objects.requireNonNull(on), who, at);
        });
    }

    /** @param to the project, or who the parcel was granted to @param on the day, as it came */
    record HandOver(
            @Nullable String to,
            @Nullable String on,
            @Nullable String reason) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.WITHDRAW, who, listing, reason, (at, words) -> {
            listing.withdraw(Objects.requireNonNull(words), who, at);
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void reopen(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.REOPEN, who, listing, reason, (at, words) -> listing.reopen(who, at));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void publish(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.PUBLISH, who, listing, reason, (at, words) -> listing.publish(who, at));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void unpublish(Caller who, Listing listing, @Nullable String reason) {
        take(ListingAction.UNPUBLISH, who, listing, reason, (at, words) -> listing.unpublish(who, at));
    }

    private void take(ListingAction action, Caller who, Listing listing, @Nullable String reason, Change change) {
        permits.require(action, listing, who);
        String words = action.reasonOwed() ? Reasons.required(reason) : Reasons.optional(reason);
        journal.changed(who, listing, action.verb(), words, () -> change.make(clock.now(), words));
    }

    private @Nullable LocalDate day(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        LocalDate day = null;
        try {
            day = DAY.matcher(given).matches() ? LocalDate.parse(given) : null;
        } catch (DateTimeException noSuchDay) {
            // refused below like any other text
        }
        if (day == null || day.isAfter(clock.today())) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/on", Map.of("label", ON, "problem", day == null ? NOT_DAY : TO_COME)));
        }
        return day;
    }
}
