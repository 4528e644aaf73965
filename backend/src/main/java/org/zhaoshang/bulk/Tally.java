package org.zhaoshang.bulk;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rows an import has of each verdict; in every end state they sum to the total. */
@Embeddable
@Schema(name = "ImportRows")
record Tally(
        @Schema(required = true) int total,
        @Schema(required = true) int created,
        @Schema(required = true) int updated,
        @Schema(required = true) int unchanged,
        @Schema(required = true) int rejected,
        @Schema(required = true) int notApplied) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(List<Verdict> verdicts) {
        return new Tally(
                total + verdicts.size(),
                created + count(verdicts, Verdict.Status.CREATED),
                updated + count(verdicts, Verdict.Status.UPDATED),
                unchanged + count(verdicts, Verdict.Status.UNCHANGED),
                rejected + count(verdicts, Verdict.Status.REJECTED),
                notApplied + count(verdicts, Verdict.Status.NOT_APPLIED));
    }

    /** When nothing was stored: what was not rejected was not applied. */
    Tally withNothingApplied() {
        return new Tally(total, 0, 0, 0, rejected, total - rejected);
    }

    private static int count(List<Verdict> verdicts, Verdict.Status status) {
        return (int)
                verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }
}
