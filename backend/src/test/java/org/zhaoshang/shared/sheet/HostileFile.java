package org.zhaoshang.shared.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are small to send and large to read, or say one thing and are another. */
final class HostileFile {
    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;

    private HostileFile() {}

    /** A file that begins with a text and goes on with another one, over and over. */
    static Path endless(Path file, String start, String again, long size) throws IOException {
        byte[] part = again.repeat((1 << 16) / again.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            bytes.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < size; written += part.length) {
                bytes.write(part);
            }
        }
        return file;
    }

    /** A workbook whose one sheet goes on and on. */
    static Path bomb(Path file, String start, String again, long size) throws IOException {
        return part(file, "xl/worksheets/sheet1.xml", start, again, size);
    }

    static Path part(Path file, String name, String start, String again, long size) throws IOException {
        byte[] part = again.repeat((1 << 16) / again.length()).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = workbook(file, name)) {
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < size; written += part.length) {
                zip.write(part);
            }
        }
        return file;
    }

    /** Texts that do not compress to nothing, as many as fill so many bytes. */
    static Path texts(Path file, long size) throws IOException {
        Random random = new Random(20210410);
        try (ZipOutputStream zip = workbook(file, "xl/sharedStrings.xml")) {
            zip.write(("<sst " + SampleWorkbook.SPREADSHEET + ">").getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            for (long written = 0; written < size; written += text.length()) {
                text.setLength(0);
                for (int at = 0; at < 1000; at++) {
                    text.append("<si><t>")
                            .append(Long.toHexString(random.nextLong()))
                            .append("</t></si>");
                }
                zip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            }
            zip.write("</sst>".getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    /** All parts of a small workbook, with one more open to be written. */
    private static ZipOutputStream workbook(Path file, String name) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        SampleWorkbook workbook = SampleWorkbook.of("项目名称", "甲");
        workbook.bytes();
        for (var part : workbook.parts().entrySet()) {
            if (!part.getKey().equals(name)) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        zip.putNextEntry(new ZipEntry(name));
        return zip;
    }

    /** Writes into an archive's directory that each of its files has so many bytes. */
    static Path lying(Path file, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.capacity() - 22;
        while (bytes.getInt(end) != END) {
            end--;
        }
        for (int at = bytes.getInt(end + 16); bytes.getInt(at) == DIRECTORY; ) {
            bytes.putInt(at + 24, size);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return Files.write(file, bytes.array());
    }

    /** Gives a part the name of another one of the same length. */
    static byte[] renamed(byte[] archive, String from, String to) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
