package org.zhaoshang.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names in a compound file (MS-CFB), the container of old Word and Excel files and of encrypted new ones. Only its
 * directory is read, sector by sector along its chain.
 */
record CompoundFile(Set<String> names) {
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    /** 100 MB in the smallest sectors: chains in a longer file, or in a circle, are cut here. */
    private static final int MOST_SECTORS = 2000;

    static CompoundFile of(FileChannel content) throws IOException, FileRefused {
        ByteBuffer header = ZipEnd.read(content, 0, HEADER);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new FileRefused("文件不完整或已损坏", "is incomplete or damaged");
        }
        int sectorSize = 1 << shift;
        List<Integer> tableSectors = tableSectors(content, header, sectorSize);
        Set<String> names = new HashSet<>();
        int sector = header.getInt(48);
        for (int read = 0; sector >= 0 && read < MOST_SECTORS; read++) {
            names(sector(content, sector, sectorSize), names);
            int perTable = sectorSize / Integer.BYTES;
            int table = sector / perTable;
            if (table >= tableSectors.size() || tableSectors.get(table) < 0) {
                break;
            }
            sector = sector(content, tableSectors.get(table), sectorSize).getInt(sector % perTable * Integer.BYTES);
        }
        if (names.stream().anyMatch(name -> name.equals("Macros") || name.equals("_VBA_PROJECT_CUR"))) {
            throw new FileRefused("含有宏，请另存为不含宏的文件", "contains macros: save it without them");
        }
        return new CompoundFile(names);
    }

    boolean holdsAny(String... wanted) {
        return Arrays.stream(wanted).anyMatch(names::contains);
    }

    /** Where the allocation table lies: the first 109 sectors stand in the header, the others in sectors of their own. */
    private static List<Integer> tableSectors(FileChannel content, ByteBuffer header, int sectorSize)
            throws IOException {
        List<Integer> found = new ArrayList<>();
        for (int at = 76; at < HEADER; at += Integer.BYTES) {
            found.add(header.getInt(at));
        }
        int next = header.getInt(68);
        for (int read = 0; next >= 0 && read < MOST_SECTORS; read++) {
            ByteBuffer more = sector(content, next, sectorSize);
            for (int at = 0; at < sectorSize - Integer.BYTES; at += Integer.BYTES) {
                found.add(more.getInt(at));
            }
            next = more.getInt(sectorSize - Integer.BYTES);
        }
        return found;
    }

    private static ByteBuffer sector(FileChannel content, int number, int sectorSize) throws IOException {
        return ZipEnd.read(content, (number + 1L) * sectorSize, sectorSize);
    }

    private static void names(ByteBuffer sector, Set<String> names) {
        for (int entry = 0; entry + ENTRY <= sector.capacity(); entry += ENTRY) {
            int bytes = sector.getShort(entry + 64) - 2;
            if (bytes > 0 && bytes <= 62) {
                names.add(new String(sector.array(), entry, bytes, StandardCharsets.UTF_16LE));
            }
        }
    }
}
