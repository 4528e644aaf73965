package org.zhaoshang.projects.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.zhaoshang.projects.duplicates.DuplicateRules.Match;

/**
 * A person's verdict on a pair.
 *
 * @param judged the project on which it was passed: SAME and MERGE weigh on that one only
 * @param level how alike the pair was when it was judged
 */
record Judgement(Verdict verdict, String reason, String by, Instant at, UUID judged, int level) {
    /** Whether it still answers the question. What has become surer since asks anew; so does a merged project that was reopened. */
    boolean settles(Match match) {
        return verdict != Verdict.MERGE && level <= match.level();
    }

    boolean bars(UUID project) {
        return verdict == Verdict.SAME && judged.equals(project);
    }
}
