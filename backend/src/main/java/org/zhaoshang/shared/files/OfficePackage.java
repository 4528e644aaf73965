package org.zhaoshang.shared.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a Word or Excel file, as its archive's directory lists them; nothing is unpacked. */
record OfficePackage(Set<String> parts) {
    /** A report with a thousand pictures stays below. */
    private static final int MOST_PARTS = 5000;

    private static final long LARGEST_DIRECTORY = 2L << 20;
    /** Real sheets unpack to some ten times their size; a bomb to a thousand times. */
    private static final long LARGEST_UNPACKED = 500L << 20;

    private static final long SUSPICIOUS_UNPACKED = 50L << 20;
    private static final long LARGEST_RATIO = 100;

    static OfficePackage of(FileChannel content, Path file) throws IOException, FileRefused {
        Optional<ZipEnd> end = ZipEnd.find(content);
        if (end.isEmpty()) {
            throw damaged();
        }
        if (end.get().entries() > MOST_PARTS || end.get().directorySize() > LARGEST_DIRECTORY) {
            throw new FileRefused("内部文件过多", "has too many parts");
        }
        Set<String> parts = new HashSet<>();
        Set<String> folded = new HashSet<>();
        long unpacked = 0;
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                // Two parts of one name are two documents in one file: readers differ in which they show.
                parts.add(entry.getName());
                if (!folded.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new FileRefused("内部有两个同名的部分", "has two parts of one name");
                }
                unpacked += Math.max(entry.getSize(), 0);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw damaged();
        }
        if (unpacked > LARGEST_UNPACKED
                || unpacked > SUSPICIOUS_UNPACKED && unpacked > content.size() * LARGEST_RATIO) {
            throw new FileRefused("解压后过大，疑似压缩炸弹", "unpacks to far more than any real document");
        }
        if (parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin") || part.startsWith("xl/macrosheets/"))) {
            throw new FileRefused("含有宏，请另存为不含宏的文件", "contains macros: save it without them");
        }
        return new OfficePackage(parts);
    }

    /** @param folder "word/" or "xl/" */
    boolean holds(String folder) {
        return parts.contains("[Content_Types].xml")
                && parts.stream().anyMatch(part -> part.startsWith(folder) && part.endsWith(".xml"));
    }

    private static FileRefused damaged() {
        return new FileRefused("文件不完整或已损坏", "is incomplete or damaged");
    }
}
