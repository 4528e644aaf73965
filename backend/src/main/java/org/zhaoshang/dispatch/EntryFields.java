package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.Stage;
import org.zhaoshang.signing.StageEvidence.StartKind;

/**
 * What a report says of one project (form D): names are the contract's, labels and limits are in
 * {@code data/monthly-entry-fields.csv}. Two that say the same are equal.
 */
record EntryFields(
        Stage stage,
        @Nullable LocalDate stageOn,
        @Nullable StartKind startKind,
        BigDecimal completedInvestmentYuan,
        @Nullable String progress,
        List<ProblemKind> problemKinds,
        @Nullable String problems,
        @Nullable String coordination,
        @Nullable String nextPlan,
        Map<Permit, PermitStatus> permits,
        List<Justification> justifications) {
    @SuppressWarnings("NullAway") // what a person cleared comes as null
    EntryFields {
        completedInvestmentYuan =
                completedInvestmentYuan == null ? BigDecimal.ZERO : PlainNumber.orNull(completedInvestmentYuan);
        problemKinds = problemKinds == null
                ? List.of()
                : problemKinds.stream().sorted().toList();
        permits = permits == null ? Map.of() : new TreeMap<>(permits);
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
    }

    /** Of a project that no report has spoken of yet. */
    static EntryFields of(SignedProject project) {
        return new EntryFields(
                project.stage(),
                project.fields().stageOn(),
                null,
                BigDecimal.ZERO,
                null,
                List.of(),
                null,
                null,
                null,
                project.permits(),
                List.of());
    }

    /** Carried into the next month: stage and permits are the project's own, no money, and no words but why it stands still. */
    EntryFields carried(SignedProject project) {
        return new EntryFields(
                project.stage(),
                project.fields().stageOn(),
                startKind,
                BigDecimal.ZERO,
                progress,
                problemKinds,
                problems,
                coordination,
                nextPlan,
                project.permits(),
                justifications.stream()
                        .filter(given -> given.rule().equals(EntryRules.STANDS_STILL))
                        .toList());
    }

    /** What makes news: all but the month's money, which is news by itself, and words about rules. */
    private EntryFields news() {
        return new EntryFields(
                stage,
                stageOn,
                startKind,
                BigDecimal.ZERO,
                progress,
                problemKinds,
                problems,
                coordination,
                nextPlan,
                permits,
                List.of());
    }

    boolean isNewsAfter(EntryFields last) {
        return completedInvestmentYuan.signum() != 0 || !news().equals(last.news());
    }

    /** The names of the fields that say something new. */
    List<String> newsAfter(EntryFields last) {
        Map<String, Boolean> news = new LinkedHashMap<>();
        news.put("stage", stage != last.stage);
        news.put("stageOn", !Objects.equals(stageOn, last.stageOn));
        news.put("startKind", startKind != last.startKind);
        news.put("completedInvestmentYuan", completedInvestmentYuan.signum() != 0);
        news.put("progress", !Objects.equals(progress, last.progress));
        news.put("problemKinds", !problemKinds.equals(last.problemKinds));
        news.put("problems", !Objects.equals(problems, last.problems));
        news.put("coordination", !Objects.equals(coordination, last.coordination));
        news.put("nextPlan", !Objects.equals(nextPlan, last.nextPlan));
        news.put("permits", !permits.equals(last.permits));
        return news.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Nullable
    String justification(String rule) {
        return justifications.stream()
                .filter(given -> given.rule().equals(rule) && !given.text().isBlank())
                .map(Justification::text)
                .findFirst()
                .orElse(null);
    }
}
