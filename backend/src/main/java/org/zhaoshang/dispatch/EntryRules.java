package org.zhaoshang.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.signing.Stage;

/** The rules on a project's row in a report: pure functions; severities and texts are in {@code data/rules.csv}. */
final class EntryRules {
    static final Form FORM = Form.load("monthly-entry");
    static final String STAGE_BACK = "V23";
    static final String STANDS_STILL = "V28";

    static final Text MERGER = new Text(
            "合并须写明并入的项目，月报不能办理：请在签约项目页面“更新阶段”选择“合并”并填写并入的项目编号",
            "A merger says into what, which a report does not ask: move the stage on the page of the signed project");

    private static final Set<String> COURSE = Set.of("stage", "stageOn", "startKind", "permits");
    private static final Set<String> PROBLEMS = Set.of("problemKinds", "problems", "coordination");

    private EntryRules() {}

    /**
     * What the rules must know beyond the row.
     *
     * @param periodEnd the last day of which the report tells
     * @param stillMonths after so many a row owes a word
     */
    record Context(LocalDate periodEnd, int stillMonths) {}

    private static final List<BiFunction<Entry, Context, Stream<Finding>>> RULES = List.of(
            EntryRules::owedByNews,
            EntryRules::stageBack,
            EntryRules::mergedIntoNone,
            EntryRules::daysInOrder,
            EntryRules::started,
            EntryRules::standsStill);

    static List<Finding> check(Entry entry, Context context) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(entry, context).forEach(findings::add));
        return List.copyOf(findings);
    }

    /** Whether it keeps the report from being submitted. */
    static boolean isOpen(Entry entry, Finding finding) {
        return finding.severity() == Severity.BLOCK
                || finding.severity() == Severity.EXPLAIN && entry.fields().justification(finding.rule()) == null;
    }

    private static boolean isMoved(Entry entry) {
        return entry.fields().stage() != entry.before().stage();
    }

    /** Only a row with news owes its fields. */
    private static Stream<Finding> owedByNews(Entry entry, Context context) {
        if (!entry.isChanged()) {
            return Stream.empty();
        }
        EntryFields fields = entry.fields();
        Stage stage = fields.stage();
        List<Finding> owed = new ArrayList<>();
        if (isMoved(entry) && fields.stageOn() == null) {
            owed.add(owed("stageOn"));
        }
        if (stage.hasReached(Stage.STARTED) && fields.progress() == null) {
            owed.add(owed("progress"));
        }
        if (!stage.isExit() && fields.nextPlan() == null) {
            owed.add(owed("nextPlan"));
        }
        if (stage == Stage.PERMITTING && fields.permits().isEmpty()) {
            owed.add(Finding.of("REQUIRED", "/permits", Map.of("label", new Text("手续清单", "Checklist of permits"))));
        }
        return owed.stream();
    }

    private static Finding owed(String name) {
        return Finding.of(
                "REQUIRED", "/" + name, Map.of("label", FORM.field(name).label()));
    }

    /** V23 against the project as it stands now. */
    private static Stream<Finding> stageBack(Entry entry, Context context) {
        Stage from = entry.project().stage();
        Stage to = entry.fields().stage();
        return from.owesReason(to) && entry.fields().justification(STAGE_BACK) == null
                ? Stream.of(Finding.of(STAGE_BACK, "/stage", Map.of("from", from.label(), "to", to.label())))
                : Stream.empty();
    }

    /** A row that was carried over from a merger taken back since would end the project without saying where it goes on. */
    private static Stream<Finding> mergedIntoNone(Entry entry, Context context) {
        return entry.fields().stage() == Stage.MERGED && entry.project().stage() != Stage.MERGED
                ? Stream.of(Finding.of("STATE", "/stage", Map.of("problem", MERGER)))
                : Stream.empty();
    }

    /**
     * V24: nothing before the agreement, no later stage before an earlier one, nothing after the period but what the project
     * has reached by now: it may have moved on while its report was back at the unit.
     */
    private static Stream<Finding> daysInOrder(Entry entry, Context context) {
        LocalDate reached = entry.fields().stageOn();
        if (reached == null) {
            return Stream.empty();
        }
        LocalDate signed = entry.project().fields().signedOn();
        LocalDate present = entry.project().fields().stageOn();
        List<Finding> findings = new ArrayList<>();
        boolean known = entry.fields().stage() == entry.project().stage() && reached.equals(present);
        if (reached.isAfter(context.periodEnd()) && !known) {
            findings.add(day(
                    "阶段日期 " + reached + " 晚于报告期末 " + context.periodEnd() + "，请核对",
                    reached + " is after the period, which ends on " + context.periodEnd() + ": check it"));
        }
        if (entry.fields().stage().isSigned() && signed != null && reached.isBefore(signed)) {
            findings.add(day(
                    "阶段日期 " + reached + " 早于签约日期 " + signed + "，请核对",
                    reached + " is before the agreement of " + signed + ": check both"));
        }
        boolean onward = entry.fields().stage().hasReached(entry.project().stage())
                && entry.fields().stage() != entry.project().stage();
        if (onward && present != null && reached.isBefore(present)) {
            findings.add(day(
                    "阶段日期 " + reached + " 早于上一阶段（"
                            + entry.project().stage().label().zh() + "）的 " + present + "，请核对",
                    reached + " is before the stage it comes after, " + present + ": check both"));
        }
        return findings.stream();
    }

    private static Finding day(String zh, String en) {
        return Finding.of("V24", "/stageOn", Map.of("problem", new Text(zh, en)));
    }

    /** V25, once, in the month of the start. */
    private static Stream<Finding> started(Entry entry, Context context) {
        boolean starts = isMoved(entry) && entry.fields().stage() == Stage.STARTED;
        return starts && entry.fields().startKind() == null
                ? Stream.of(Finding.of(
                        "V25",
                        "/startKind",
                        Map.of(
                                "problem",
                                new Text(
                                        "开工当月须填写开工类型并附照片",
                                        "In the month of the start its kind and a photograph are owed"))))
                : Stream.empty();
    }

    private static Stream<Finding> standsStill(Entry entry, Context context) {
        Stage stage = entry.fields().stage();
        return entry.still() >= context.stillMonths() && !stage.isExit() && stage != Stage.AT_CAPACITY
                ? Stream.of(Finding.of(
                        STANDS_STILL,
                        "/justifications",
                        Map.of("name", entry.project().fields().name(), "months", entry.still())))
                : Stream.empty();
    }

    /** Fields that a rule ties together: who reopens one must be able to correct the others. */
    static Set<String> tiedTo(String name) {
        return COURSE.contains(name) ? COURSE : PROBLEMS.contains(name) ? PROBLEMS : Set.of(name);
    }

    /**
     * Which fields of a row are open in a report that was sent back in places.
     *
     * @param reopened places within the report; none where all of it is open
     * @return empty where the whole row is open
     */
    static Optional<List<String>> open(Set<String> reopened, String code) {
        String place = "/entries/" + code;
        return reopened.isEmpty() || reopened.contains(place)
                ? Optional.empty()
                : Optional.of(reopened.stream()
                        .filter(pointer -> pointer.startsWith(place + "/"))
                        .map(pointer -> pointer.substring(place.length() + 1).split("/", 2)[0])
                        .flatMap(name -> tiedTo(name).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The name of the field that a pointer within a row leads to. */
    static @Nullable String fieldAt(String pointer) {
        String name = pointer.split("/", 3)[1];
        return name.equals("permits") || FORM.find(name) != null ? name : null;
    }
}
