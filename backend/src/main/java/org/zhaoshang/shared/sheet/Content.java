package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file looks like by its first bytes. */
enum Content {
    EMPTY,
    ZIP,
    /** The container of .xls and of workbooks with a password. */
    COMPOUND,
    UTF16,
    ARRAY,
    OBJECT,
    MARKUP,
    TEXT;

    private static final int SAMPLE = 4096;

    static Content of(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(SAMPLE);
        }
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return COMPOUND;
        }
        if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF) || isHalfZeros(start)) {
            return UTF16;
        }
        int at = begins(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < start.length && (start[at] >= 0 && start[at] <= ' ')) {
            at++;
        }
        if (at == start.length) {
            return start.length < SAMPLE || isBlank(file) ? EMPTY : TEXT;
        }
        return switch (start[at]) {
            case '[' -> ARRAY;
            case '{' -> OBJECT;
            case '<' -> MARKUP;
            default -> TEXT;
        };
    }

    /** In UTF-16 each comma and line end brings a zero byte. */
    private static boolean isHalfZeros(byte[] start) {
        int zeros = 0;
        for (byte b : start) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros * 10L > start.length;
    }

    private static boolean isBlank(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[SAMPLE];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    if (buffer[at] < 0 || buffer[at] > ' ') {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static boolean begins(byte[] start, int... magic) {
        byte[] wanted = new byte[magic.length];
        for (int at = 0; at < magic.length; at++) {
            wanted[at] = (byte) magic[at];
        }
        return start.length >= wanted.length && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
    }
}
