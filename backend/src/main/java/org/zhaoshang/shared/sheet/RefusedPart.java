package org.zhaoshang.shared.sheet;

import java.io.IOException;

/** A refusal on its way through a parser, which lets only I/O exceptions pass. */
final class RefusedPart extends IOException {
    private static final long serialVersionUID = 1;

    private final transient SheetRefused refusal;

    RefusedPart(SheetRefused refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    SheetRefused refusal() {
        return refusal;
    }
}
