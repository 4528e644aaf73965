package org.zhaoshang.bulk;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an exported file is. */
@Schema(name = "ExportFormat")
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX(ImportResource.XLSX),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
