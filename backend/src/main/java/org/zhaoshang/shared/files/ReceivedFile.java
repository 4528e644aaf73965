package org.zhaoshang.shared.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** A file as it came with a form: of a bounded size, under a clean name, of the kind that its name says. */
public record ReceivedFile(Path content, String name, FileKind kind) {
    private static final long LARGEST = 50L << 20;
    private static final int LONGEST_SHOWN = 60;
    private static final Text TOO_LARGE = new Text("单个附件最大 50 MB，请压缩或拆分后再上传", "A file holds at most 50 MB");
    private static final Text FILE = new Text("文件", "File");
    private static final Text PURPOSE = new Text("用途", "Purpose");

    /**
     * @param upload the part named {@code file}; null where the form has none
     * @throws Problem 400 without a file or with a name that can not be kept, 413, 415
     */
    public static ReceivedFile of(@Nullable FileUpload upload) throws IOException {
        if (upload == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/file", Map.of("label", FILE)));
        }
        if (upload.size() > LARGEST) {
            throw Problem.of(413, TOO_LARGE);
        }
        String name = FileName.clean(upload.fileName());
        return new ReceivedFile(upload.uploadedFile(), name, Inspection.inspect(upload.uploadedFile(), name));
    }

    /**
     * What the file is for.
     *
     * @param given the part named {@code purpose}
     * @param otherwise where the form has none
     * @throws Problem 400 for a purpose that there is not
     */
    public static <P extends Enum<P>> P purpose(@Nullable String given, P[] known, P otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        return Arrays.stream(known)
                .filter(purpose -> purpose.name().equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/purpose",
                        Map.of("label", PURPOSE, "value", given.length() > LONGEST_SHOWN ? "…" : given))));
    }
}
