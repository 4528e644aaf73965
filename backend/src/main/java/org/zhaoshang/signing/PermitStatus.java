package org.zhaoshang.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 未办, 在办, 已办, 不需. */
@Schema(name = "PermitStatus")
public enum PermitStatus {
    NOT_STARTED,
    IN_PROGRESS,
    DONE,
    NOT_NEEDED
}
