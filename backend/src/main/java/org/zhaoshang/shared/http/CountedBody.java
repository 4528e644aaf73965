package org.zhaoshang.shared.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body of unknown length that is refused once it has gone too far. */
final class CountedBody extends FilterInputStream {
    private final long limit;
    private final Supplier<Problem> refusal;
    private long count;
    private boolean refused;

    CountedBody(InputStream body, long limit, Supplier<Problem> refusal) {
        super(body);
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        counted(read);
        return read;
    }

    private void counted(int read) {
        if (read > 0 && (count += read) > limit) {
            refused = true;
            throw refusal.get();
        }
    }

    /** A refused rest is no longer ours to read: the stream below would, to the end or to its own limit. */
    @Override
    public void close() throws IOException {
        if (!refused) {
            super.close();
        }
    }
}
