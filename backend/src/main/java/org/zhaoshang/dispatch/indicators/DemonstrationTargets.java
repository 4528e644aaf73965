package org.zhaoshang.dispatch.indicators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/**
 * Targets of the demonstration, all of them 示例, for 2021 and the running year: {@code data/demonstration-targets.csv}. They are
 * there before months are closed, whose rankings keep them.
 */
@ApplicationScoped
class DemonstrationTargets implements Seed {
    private static final String RUNNING = "current";
    private static final String SOURCE = "示例";

    private final Targets targets;
    private final WriteTargets write;
    private final CityClock clock;

    DemonstrationTargets(Targets targets, WriteTargets write, CityClock clock) {
        this.targets = targets;
        this.write = write;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS + 25;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (targets.count() > 0) {
            return;
        }
        List<TargetFields> told = DataFile.rows("demonstration-targets.csv").stream()
                .map(this::target)
                .distinct()
                .toList();
        told.forEach(fields -> write.create(Caller.SYSTEM, fields, true));
    }

    private TargetFields target(NamedCsvRecord row) {
        String year = row.getField("year");
        return new TargetFields(
                year.equals(RUNNING) ? clock.year() : Integer.parseInt(year),
                row.getField("unitCode"),
                row.getField("indicator"),
                new BigDecimal(row.getField("value")),
                SOURCE);
    }
}
