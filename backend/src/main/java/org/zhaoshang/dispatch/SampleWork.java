package org.zhaoshang.dispatch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.Stage;

/**
 * What a sample project says of a month at its stage: {@code data/demonstration-progress.csv}.
 *
 * @param permille of the agreed amount, completed in the month
 * @param progress null where the month brought nothing
 */
record SampleWork(
        Stage stage,
        BigDecimal permille,
        @Nullable String progress,
        @Nullable String nextPlan,
        List<ProblemKind> problemKinds,
        @Nullable String problems,
        @Nullable String coordination) {

    static Map<Stage, List<SampleWork>> byStage() {
        return DataFile.rows("demonstration-progress.csv").stream()
                .map(SampleWork::of)
                .collect(Collectors.groupingBy(SampleWork::stage));
    }

    private static SampleWork of(NamedCsvRecord row) {
        String permille = row.getField("permille");
        return new SampleWork(
                Stage.valueOf(row.getField("stage")),
                permille.isEmpty() ? BigDecimal.ZERO : new BigDecimal(permille),
                DataFile.optional(row, "progress"),
                DataFile.optional(row, "nextPlan"),
                Arrays.stream(row.getField("problemKinds").split("\\|"))
                        .filter(kind -> !kind.isEmpty())
                        .map(ProblemKind::valueOf)
                        .toList(),
                DataFile.optional(row, "problems"),
                DataFile.optional(row, "coordination"));
    }

    boolean isNothing() {
        return progress == null;
    }

    /** In whole 万元. */
    BigDecimal completed(SignedProject project) {
        return project.currentAmountYuan()
                .orElse(BigDecimal.ZERO)
                .multiply(permille)
                .movePointLeft(3)
                .divide(Money.WAN, 0, RoundingMode.HALF_UP)
                .multiply(Money.WAN);
    }
}
