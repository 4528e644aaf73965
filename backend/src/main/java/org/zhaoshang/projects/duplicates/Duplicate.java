package org.zhaoshang.projects.duplicates;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.duplicates.DuplicateRules.Match;
import org.zhaoshang.shared.duplicates.Judgement;

/** Another project that looks like the one in question. */
record Duplicate(Candidate other, Match match) {
    static final Comparator<Duplicate> SUREST_FIRST =
            Comparator.<Duplicate>comparingInt(found -> found.match.level()).thenComparing(found -> found.other.code());

    /** A level that bars acceptance, and nobody has judged it yet. */
    boolean isOpen() {
        @Nullable Judgement judgement = other.judgement();
        return match.isBarring() && (judgement == null || !judgement.settles(match));
    }

    boolean barsAccepting(UUID project) {
        @Nullable Judgement judgement = other.judgement();
        return isOpen() || judgement != null && judgement.bars(project);
    }
}
