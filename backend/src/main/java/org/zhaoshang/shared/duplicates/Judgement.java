package org.zhaoshang.shared.duplicates;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.duplicates.DuplicateRules.Match;

/**
 * A person's verdict on a pair.
 *
 * @param judged the project on which it was passed: SAME and MERGE weigh on that one only
 * @param level how alike the pair was when it was judged
 */
public record Judgement(Verdict verdict, String reason, String by, Instant at, UUID judged, int level) {
    /** From the columns verdict, reason, decided_by, decided_at, judged_id and level; null where there is no verdict. */
    public static @Nullable Judgement of(Tuple row) {
        String verdict = row.get("verdict", String.class);
        return verdict == null
                ? null
                : new Judgement(
                        Verdict.valueOf(verdict),
                        row.get("reason", String.class),
                        row.get("decided_by", String.class),
                        row.get("decided_at", Instant.class),
                        row.get("judged_id", UUID.class),
                        row.get("level", Short.class));
    }

    /** Whether it still answers the question. What has become surer since asks anew; so does a merged project that was reopened. */
    public boolean settles(Match match) {
        return verdict != Verdict.MERGE && level <= match.level();
    }

    public boolean bars(UUID project) {
        return verdict == Verdict.SAME && judged.equals(project);
    }
}
