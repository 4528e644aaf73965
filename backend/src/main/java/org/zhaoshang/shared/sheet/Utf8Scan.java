package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far a file is UTF-8.
 *
 * @param wideBytes how many bytes belong to well-formed characters outside ASCII
 * @param wrongBytes how many bytes belong to none
 * @param firstWrongLine the line of the first of these, from 1
 */
record Utf8Scan(long wideBytes, long wrongBytes, long firstWrongLine) {
    private static final int BUFFER = 1 << 16;

    static Utf8Scan of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Scanner().scan(bytes);
        }
    }

    boolean isValid() {
        return wrongBytes == 0;
    }

    /** Chinese in GB 18030 hardly ever looks like UTF-8: a file that mostly does was damaged, and is no GB 18030. */
    boolean isMostlyUtf8() {
        return wideBytes > wrongBytes;
    }

    private static final class Scanner {
        private long wide;
        private long wrong;
        private long line = 1;
        private long firstWrongLine;
        /** Bytes that the character begun still needs, and the bounds of the next one (RFC 3629, section 4). */
        private int missing;

        private int length;
        private int low;
        private int high;

        Utf8Scan scan(InputStream bytes) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    take(buffer[at] & 0xFF);
                }
            }
            if (missing > 0) {
                wrong(length - missing);
            }
            return new Utf8Scan(wide, wrong, firstWrongLine);
        }

        private void take(int b) {
            if (missing > 0) {
                if (b >= low && b <= high) {
                    low = 0x80;
                    high = 0xBF;
                    if (--missing == 0) {
                        wide += length;
                    }
                    return;
                }
                wrong(length - missing);
                missing = 0;
            }
            if (b < 0x80) {
                if (b == '\n') {
                    line++;
                }
            } else if (b >= 0xC2 && b <= 0xF4) {
                begin(b);
            } else {
                wrong(1);
            }
        }

        private void begin(int b) {
            length = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
            missing = length - 1;
            low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        }

        private void wrong(int bytes) {
            if (wrong == 0) {
                firstWrongLine = line;
            }
            wrong += bytes;
        }
    }
}
