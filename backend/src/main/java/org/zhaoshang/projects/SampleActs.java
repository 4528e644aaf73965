package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.Accounts;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;

/** Performs the steps of samples as the demonstration's people would: by the same code that answers their requests. */
@ApplicationScoped
class SampleActs {
    private static final String SOURCE = "演示数据";
    private static final String EXPERT = "expert";

    private final Projects projects;
    private final WriteProject write;
    private final Steps steps;
    private final RecordAppraisal recordAppraisal;
    private final InviteExpert inviteExpert;
    private final Accounts accounts;
    private final Industries industries;
    private final CityClock clock;

    SampleActs(
            Projects projects,
            WriteProject write,
            Steps steps,
            RecordAppraisal recordAppraisal,
            InviteExpert inviteExpert,
            Accounts accounts,
            Industries industries,
            CityClock clock) {
        this.projects = projects;
        this.write = write;
        this.steps = steps;
        this.recordAppraisal = recordAppraisal;
        this.inviteExpert = inviteExpert;
        this.accounts = accounts;
        this.industries = industries;
        this.clock = clock;
    }

    record Act(SampleProject sample, SampleStep step) {}

    /** Who plays, and what they have made so far. */
    record Cast(
            int openYear,
            Map<String, SampleOffice> offices,
            Map<String, Account> people,
            Map<SampleProject, UUID> made) {
        SampleOffice office(SampleProject sample) {
            return Objects.requireNonNull(offices.get(sample.unitCode()));
        }
    }

    /** Before the story moves the clock. */
    Cast cast() {
        return new Cast(clock.year(), SampleOffice.byUnit(), new HashMap<>(), new HashMap<>());
    }

    /** @param together the same step of one unit at one moment */
    void perform(Cast cast, List<Act> together) {
        Act first = together.getFirst();
        if (first.step().name().equals("appraise")) {
            Set<UUID> ids = together.stream().map(act -> made(cast, act)).collect(Collectors.toSet());
            recordAppraisal.record(caller(cast, first), ids, meeting(cast, first), clock.now());
        } else {
            together.forEach(act -> perform(cast, act));
        }
    }

    private void perform(Cast cast, Act act) {
        Caller who = caller(cast, act);
        SampleProject sample = act.sample();
        if (act.step().name().equals("create")) {
            SampleOffice office = cast.office(sample);
            ObjectNode body = sample.completed(industries, sample.callYear(cast.openYear()), office);
            cast.made()
                    .put(sample, write.draft(who, body, true, SOURCE).project().id());
            return;
        }
        Project project = projects.findById(made(cast, act));
        @Nullable
        String words = act.step().words() == null ? sample.words() : act.step().words();
        switch (act.step().name()) {
            case "revise" -> write.revise(who, project, sample.corrected(), null);
            case "invite" -> inviteExpert.invite(who, project, account(cast, EXPERT));
            case "submit" -> steps.submit(who, project, null);
            case "begin-review" -> steps.beginReview(who, project);
            case "return" ->
                steps.sendBack(
                        who,
                        project,
                        words,
                        List.of(new ReturnNotice.Remark("/" + sample.returnedField(), String.valueOf(words))));
            case "accept" -> steps.accept(who, project, words);
            case "publish" -> steps.publish(who, project, null);
            case "negotiate" -> steps.negotiate(who, project, null);
            case "sign" -> steps.sign(who, project, null, null);
            case "archive" -> steps.archive(who, project, words);
            default ->
                throw new IllegalStateException("no such step: " + act.step().name());
        }
    }

    private AppraisalFields meeting(Cast cast, Act act) {
        return new AppraisalFields(
                List.of(),
                clock.today(),
                cast.office(act.sample()).appraisedBy(),
                List.of(),
                Appraisal.Conclusion.FAVOURABLE,
                List.of(),
                "示例：演示用的论证记录");
    }

    /** The account as a caller, with what its role grants. */
    private Caller caller(Cast cast, Act act) {
        String unit = act.sample().unitCode();
        Account account = account(cast, act.step().username(unit));
        Role role = List.of(Role.REPORTER, Role.UNIT_LEAD, Role.BUREAU).stream()
                .filter(account::is)
                .findFirst()
                .orElseThrow();
        return new Caller(
                account.id(),
                Caller.Kind.PERSON,
                account.username(),
                account.displayName(),
                Set.of(role),
                Role.OF_A_UNIT.contains(role) ? unit : null,
                role.permissions());
    }

    private Account account(Cast cast, String username) {
        return cast.people()
                .computeIfAbsent(username, name -> accounts.byUsername(name).orElseThrow());
    }

    private static UUID made(Cast cast, Act act) {
        return Objects.requireNonNull(cast.made().get(act.sample()));
    }
}
