package org.zhaoshang.shared.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.files.FileKind;
import org.zhaoshang.shared.files.Inspection;
import org.zhaoshang.shared.http.Problem;

/**
 * The parts of an .xlsx file. What its directory says was inspected; what is really unpacked is counted here, over all
 * parts together, since a directory can lie.
 */
final class WorkbookFile implements Closeable {
    private static final long LARGEST_UNPACKED = 500L << 20;
    private static final long SUSPICIOUS_UNPACKED = 50L << 20;
    /** Real sheets unpack to some ten times their size; a bomb to a thousand times. */
    private static final long LARGEST_RATIO = 100;

    private final ZipFile archive;
    private long left;

    private WorkbookFile(ZipFile archive, long size) {
        this.archive = archive;
        this.left = Math.min(LARGEST_UNPACKED, Math.max(SUSPICIOUS_UNPACKED, size * LARGEST_RATIO));
    }

    static WorkbookFile open(Path file, Content content) throws IOException, SheetRefused {
        try {
            if (content == Content.COMPOUND && Inspection.inspect(file, "upload.xls") == FileKind.XLS) {
                throw new SheetRefused(
                        "是旧版 Excel 文件（.xls），请在 Excel 中另存为 .xlsx 后再上传",
                        "is an old Excel file (.xls): save it as .xlsx and upload that");
            }
            Inspection.inspect(file, "upload.xlsx");
        } catch (Problem refused) {
            throw new SheetRefused(
                    refused.findings().isEmpty()
                            ? java.util.List.of(SheetRefused.finding(refused.title()))
                            : refused.findings());
        }
        try {
            return new WorkbookFile(new ZipFile(file.toFile()), Files.size(file));
        } catch (ZipException | IllegalArgumentException broken) {
            throw damaged();
        }
    }

    static SheetRefused damaged() {
        return new SheetRefused(
                "不完整或已损坏，请在 Excel 中打开并重新保存", "is incomplete or damaged: open it in Excel and save it again");
    }

    /** @return null when there is no such part */
    @Nullable
    XmlPart find(String name) throws IOException, SheetRefused {
        return find(name, Long.MAX_VALUE, null);
    }

    /**
     * @param most bytes that this part may have unpacked
     * @param tooLarge what to say when it has more
     */
    @Nullable
    XmlPart find(String name, long most, @Nullable SheetRefused tooLarge) throws IOException, SheetRefused {
        ZipEntry entry = archive.getEntry(name);
        if (entry == null) {
            return null;
        }
        try {
            return XmlPart.open(new Counted(archive.getInputStream(entry), most, tooLarge));
        } catch (ZipException broken) {
            throw damaged();
        }
    }

    XmlPart get(String name) throws IOException, SheetRefused {
        XmlPart part = find(name);
        if (part == null) {
            throw damaged();
        }
        return part;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private final class Counted extends FilterInputStream {
        private final @Nullable SheetRefused tooLarge;
        private long leftHere;

        Counted(InputStream content, long most, @Nullable SheetRefused tooLarge) {
            super(content);
            this.leftHere = most;
            this.tooLarge = tooLarge;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            left -= Math.max(count, 0);
            leftHere -= Math.max(count, 0);
            if (leftHere < 0 && tooLarge != null) {
                throw new RefusedPart(tooLarge);
            }
            if (left < 0) {
                throw new RefusedPart(new SheetRefused("解压后过大，疑似压缩炸弹", "unpacks to far more than any real document"));
            }
            return count;
        }
    }
}
