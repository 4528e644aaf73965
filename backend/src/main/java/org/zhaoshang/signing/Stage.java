package org.zhaoshang.signing;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** How far a signed project got; the highest reached is the present one. The last two are honest exits. */
@Schema(name = "ProjectStage")
public enum Stage {
    NEGOTIATING("在谈", "Negotiating"),
    INTENT("意向", "Intent"),
    SIGNED("签约", "Signed"),
    REGISTERED("注册", "Registered"),
    PERMITTING("手续办理", "Permits"),
    STARTED("开工", "Started"),
    PRODUCING("投产", "Producing"),
    AT_CAPACITY("达产", "At capacity"),
    TERMINATED("终止", "Terminated"),
    MERGED("合并", "Merged");

    public static final Set<Stage> EXITS = Set.copyOf(EnumSet.of(TERMINATED, MERGED));

    private final Text label;

    Stage(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    public boolean isExit() {
        return EXITS.contains(this);
    }

    /** Whether an agreement stands behind it. */
    public boolean isSigned() {
        return !isExit() && compareTo(SIGNED) >= 0;
    }

    public boolean hasReached(Stage other) {
        return !isExit() && compareTo(other) >= 0;
    }

    /** V23: going back, leaving, and coming back from an exit owe a reason; going on, also past a stage, does not. */
    public boolean owesReason(Stage to) {
        return to != this && (isExit() || to.isExit() || to.compareTo(this) < 0);
    }

    /** The stage that the agreement alone tells. */
    static Stage of(@Nullable AgreementKind kind) {
        return kind == null ? NEGOTIATING : kind == AgreementKind.INTENT ? INTENT : SIGNED;
    }
}
