package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** A further agreement on a project: what is agreed today and what events are credited with change with it. */
@ApplicationScoped
class SignAgain {
    static final Form FORM = Form.load("signing-agreement");

    private static final Text IMPOSSIBLE = new Text("请核对协议信息", "Check the agreement");
    private static final Text LOOSER = new Text("升级后的协议应比原协议更正式", "an upgrade must be firmer than what it upgrades");
    private static final Text NO_MORE = new Text("增资后的总额应大于原总额", "the new total must be more than before");

    private final Agreements agreements;
    private final SignedProjectJournal journal;
    private final ObjectMapper json;
    private final CityClock clock;
    private final Body form;

    SignAgain(
            Agreements agreements,
            SignedProjectJournal journal,
            SigningEvents events,
            ObjectMapper json,
            CityClock clock) {
        this.agreements = agreements;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
        this.form = new Body(FORM, (list, code) -> events.exists(code), json);
    }

    /** @throws Problem 400 for what can not be read, 422 for what contradicts what was signed before */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Caller who, SignedProject project, @Nullable JsonNode body) {
        SigningPermits.require(SigningAction.AGREE, project, who);
        Agreement.Terms terms = form.create(body, Agreement.Terms.class);
        List<Agreement> before = agreements.of(project.id());
        List<Finding> findings = check(project, before, terms);
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(IMPOSSIBLE, findings);
        }
        Agreement agreement = new Agreement(project, before.size() + 1, terms, who, clock.now());
        List<Agreement> all = new ArrayList<>(before);
        all.add(agreement);
        journal.agreed(who, project, terms.note(), json.valueToTree(terms), () -> {
            agreements.persistAndFlush(agreement);
            project.agreed(all);
            project.bind();
            project.touch(who, clock.now());
        });
    }

    private List<Finding> check(SignedProject project, List<Agreement> before, Agreement.Terms terms) {
        List<Finding> findings = new ArrayList<>();
        LocalDate last = before.isEmpty()
                ? project.fields().signedOn()
                : before.getLast().terms().signedOn();
        if (terms.signedOn().isAfter(clock.today())) {
            findings.add(day(terms.signedOn() + " 晚于今天，请核对", terms.signedOn() + " is still to come: check it"));
        } else if (last != null && terms.signedOn().isBefore(last)) {
            findings.add(day(
                    terms.signedOn() + " 早于上一份协议的签约日期 " + last + "，请核对",
                    terms.signedOn() + " is before the agreement before it, " + last));
        }
        SignedProjectRules.outsideWithin("/agreedOutsideYuan", terms.agreedOutsideYuan(), terms.agreedAmountYuan())
                .forEach(findings::add);
        if (terms.change() == Agreement.Change.NEW_INVESTOR && terms.investor() == null) {
            findings.add(Finding.of(
                    "REQUIRED",
                    "/investor",
                    Map.of("label", FORM.field("investor").label())));
        }
        Agreements.Current current = Agreements.current(project.fields(), before);
        boolean looser = current.kind() != null && terms.agreementKind().compareTo(current.kind()) <= 0;
        if (terms.change() == Agreement.Change.UPGRADE && looser) {
            findings.add(change("/agreementKind", LOOSER));
        }
        boolean noMore =
                current.amountYuan() != null && terms.agreedAmountYuan().compareTo(current.amountYuan()) <= 0;
        if (terms.change() == Agreement.Change.ADDED_CAPITAL && noMore) {
            findings.add(change("/agreedAmountYuan", NO_MORE));
        }
        return findings;
    }

    private static Finding change(String pointer, Text problem) {
        return Finding.of("V18", pointer, Map.of("problem", problem));
    }

    private static Finding day(String zh, String en) {
        return Finding.of("V24", "/signedOn", Map.of("problem", new Text(zh, en)));
    }
}
