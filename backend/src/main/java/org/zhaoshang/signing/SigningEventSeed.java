package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;

/** The events of {@code data/signing-events.csv} that do not exist yet; one that exists belongs to the bureau and stays. */
@ApplicationScoped
class SigningEventSeed implements Seed {
    private final SigningEvents events;
    private final WriteSigningEvent write;

    SigningEventSeed(SigningEvents events, WriteSigningEvent write) {
        this.events = events;
        this.write = write;
    }

    @Override
    public int order() {
        return REFERENCE + 20;
    }

    @Override
    public void plant() {
        DataFile.rows("signing-events.csv").forEach(row -> {
            if (events.byCode(row.getField("code")).isPresent()) {
                return;
            }
            SigningEventFields fields = new SigningEventFields(
                    row.getField("name"),
                    Integer.parseInt(row.getField("year")),
                    day(row.getField("startsOn")),
                    day(row.getField("endsOn")),
                    SigningEventFields.Level.valueOf(row.getField("organizerLevel")),
                    null,
                    orNull(row.getField("place")),
                    row.getField("statedProjects").isEmpty() ? null : Long.valueOf(row.getField("statedProjects")),
                    row.getField("statedAmountYuan").isEmpty()
                            ? null
                            : new BigDecimal(row.getField("statedAmountYuan")),
                    orNull(row.getField("note")),
                    orNull(row.getField("sourceUrl")));
            write.create(Caller.SYSTEM, row.getField("code"), fields);
        });
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
