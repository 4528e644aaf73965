package org.zhaoshang.shared.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.zhaoshang.shared.http.Problem;

/** Recognises a file by what is in it; what its name claims must agree. Reads a bounded part, unpacks nothing. */
public final class Inspection {
    private static final int ZIP = 0x04034b50;
    private static final long COMPOUND = 0xE11AB1A1E011CFD0L;

    private Inspection() {}

    /**
     * @param name cleaned by {@link FileName}
     * @throws Problem 415 with the reason for what is not taken
     */
    public static FileKind inspect(Path file, String name) throws IOException {
        try (FileChannel content = FileChannel.open(file)) {
            if (content.size() == 0) {
                throw new FileRefused("文件是空的", "is empty");
            }
            FileKind claimed = FileKind.claimedBy(name)
                    .orElseThrow(
                            () -> new FileRefused("只接收 " + FileKind.list() + " 格式", "is none of " + FileKind.list()));
            ByteBuffer start = ZipEnd.read(content, 0, Long.BYTES);
            boolean zipped = start.getInt(0) == ZIP;
            boolean compound = start.getLong(0) == COMPOUND;
            boolean agrees = switch (claimed) {
                case DOCX -> zipped && OfficePackage.of(content, file).holds("word/");
                case XLSX -> zipped && OfficePackage.of(content, file).holds("xl/");
                case DOC -> compound && CompoundFile.of(content).holdsAny("WordDocument");
                case XLS -> compound && CompoundFile.of(content).holdsAny("Workbook", "Book");
                case PDF, JPG, PNG -> claimed.mediaType().equals(magic(file)) && isNothingElse(content);
            };
            if (!agrees && compound && CompoundFile.of(content).holdsAny("EncryptedPackage")) {
                throw new FileRefused("文件设有打开密码，请去掉密码后再上传", "is protected by a password: remove it first");
            }
            if (!agrees) {
                String found = magic(file);
                throw new FileRefused(
                        "内容与扩展名不符（内容识别为 " + found + "），请检查是否改过扩展名",
                        "is not what its extension says (found " + found + ")");
            }
            return claimed;
        } catch (FileRefused refused) {
            throw refused.problem();
        }
    }

    private static String magic(Path file) throws IOException {
        try (InputStream start = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes().detect(start, new Metadata()).toString();
        }
    }

    /** A picture or PDF that ends in the directory of an archive is two files in one: the second is there to be run. */
    private static boolean isNothingElse(FileChannel content) throws IOException, FileRefused {
        if (ZipEnd.find(content).isPresent()) {
            throw new FileRefused("文件末尾藏有压缩包", "hides an archive at its end");
        }
        return true;
    }
}
