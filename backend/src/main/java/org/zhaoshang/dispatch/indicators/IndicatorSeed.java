package org.zhaoshang.dispatch.indicators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/** The indicators of {@code data/indicators.csv} that do not exist yet; one that exists belongs to the bureau and stays. */
@ApplicationScoped
class IndicatorSeed implements Seed {
    private final Indicators indicators;
    private final WriteIndicator write;
    private final CityClock clock;

    IndicatorSeed(Indicators indicators, WriteIndicator write, CityClock clock) {
        this.indicators = indicators;
        this.write = write;
        this.clock = clock;
    }

    @Override
    public int order() {
        return REFERENCE + 30;
    }

    @Override
    public void plant() {
        List<NamedCsvRecord> rows = DataFile.rows("indicators.csv");
        for (int place = 0; place < rows.size(); place++) {
            NamedCsvRecord row = rows.get(place);
            if (indicators.findByIdOptional(row.getField("code")).isEmpty()) {
                write.create(Caller.SYSTEM, indicator(row, place));
            }
        }
    }

    private Indicator indicator(NamedCsvRecord row, int place) {
        return new Indicator(
                row.getField("code"),
                place,
                Indicator.Kind.valueOf(row.getField("kind")),
                new IndicatorFields(
                        row.getField("name_zh"),
                        row.getField("name_en"),
                        row.getField("definition_zh"),
                        row.getField("definition_en"),
                        Measure.valueOf(row.getField("numerator")),
                        measure(DataFile.optional(row, "denominator")),
                        number(DataFile.optional(row, "threshold"))),
                Caller.SYSTEM,
                clock.now());
    }

    private static @Nullable Measure measure(@Nullable String name) {
        return name == null ? null : Measure.valueOf(name);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
