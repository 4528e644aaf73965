package org.zhaoshang.bulk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an export stands. */
@Schema(name = "ExportState")
enum ExportState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
