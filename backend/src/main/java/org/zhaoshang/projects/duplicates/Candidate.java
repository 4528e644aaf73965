package org.zhaoshang.projects.duplicates;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.shared.duplicates.DuplicateRules;
import org.zhaoshang.shared.duplicates.Judgement;

/** A project that shares a key with the one in question, as far as the comparison and its reader need it. */
record Candidate(
        UUID id,
        String code,
        String name,
        ProjectState state,
        @Nullable String investor,
        @Nullable BigDecimal totalInvestmentYuan,
        boolean publiclyListed,
        DuplicateRules.Compared compared,
        @Nullable Judgement judgement) {}
