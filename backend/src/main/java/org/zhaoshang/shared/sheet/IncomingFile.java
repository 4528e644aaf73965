package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.zhaoshang.shared.fields.Form;

/** Files of rows, opened by what they declare and what is in them, which must agree. */
public final class IncomingFile {
    private IncomingFile() {}

    /**
     * Opens a file and reads as far as its header row.
     *
     * @param form whose fields the columns are
     * @throws SheetRefused when it can not be read at all, or when its header leaves a question open
     */
    public static Incoming open(Path file, Declared declared, Form form, CodeNames codes, Mapping mapping)
            throws IOException, SheetRefused {
        Content content = Content.of(file);
        Format format = Format.of(declared.mediaType().strip().toLowerCase(Locale.ROOT));
        format.check(content);
        return switch (format) {
            case CSV -> TableIncoming.of(CsvRows.open(file, declared.charset()), new Header(form, mapping), codes);
            case NDJSON -> NdjsonIncoming.open(file, declared.charset());
            case JSON -> JsonIncoming.open(file, declared.charset());
            case XLSX -> Workbook.incoming(file, content, new Header(form, mapping), codes);
        };
    }
}
