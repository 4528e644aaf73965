package org.zhaoshang.signing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.duplicates.DuplicateRules.Match;
import org.zhaoshang.shared.duplicates.Judgement;

/** Another signed project that looks like the one in question. */
record SigningDuplicate(
        UUID id,
        String code,
        String name,
        String unitCode,
        Stage stage,
        @Nullable String investor,
        @Nullable BigDecimal amountYuan,
        Match match,
        @Nullable Judgement judgement) {
    static final Comparator<SigningDuplicate> SUREST_FIRST = Comparator.<SigningDuplicate>comparingInt(
                    found -> found.match.level())
            .thenComparing(SigningDuplicate::code);

    /** A level that asks for a verdict, and there is none on a pair as sure as this. */
    boolean isOpen() {
        return match.isBarring() && (judgement == null || judgement.level() > match.level());
    }
}
