package org.zhaoshang.shared.sheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that is not ours to close. */
final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream output) {
        super(output);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
