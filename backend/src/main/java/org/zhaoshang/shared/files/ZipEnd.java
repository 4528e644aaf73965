package org.zhaoshang.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The end of an archive's directory, which says how much is in it.
 *
 * @param entries how many files it lists; 65,535 when the true number stands elsewhere (zip64)
 * @param directorySize bytes of the directory
 */
record ZipEnd(int entries, long directorySize) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /** It stands at the very end, before a comment of known length; anything else is a coincidence of bytes. */
    static Optional<ZipEnd> find(FileChannel content) throws IOException {
        long size = content.size();
        int length = (int) Math.min(size, LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = read(content, size - length, length);
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE && at + LENGTH + unsigned(tail.getShort(at + 20)) == length) {
                long directory = Integer.toUnsignedLong(tail.getInt(at + 12));
                long start = size - length + at - directory;
                boolean real = directory == 0
                        || directory == 0xFFFFFFFFL
                        || start >= 0 && read(content, start, Integer.BYTES).getInt(0) == DIRECTORY_SIGNATURE;
                if (real) {
                    return Optional.of(new ZipEnd(unsigned(tail.getShort(at + 10)), directory));
                }
            }
        }
        return Optional.empty();
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    /** Short at the end of the file: the rest stays zero. */
    static ByteBuffer read(FileChannel content, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && content.read(buffer, position + buffer.position()) > 0) {
            // reads on until the buffer is full or the file ends
        }
        return buffer;
    }
}
