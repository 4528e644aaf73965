package org.zhaoshang.scope;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What an answer says, also where it is packed: a workbook that shows a row shows it inside its archive. */
final class AnswerText {
    /** How the workbook's XML writes what is not ASCII. */
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-fA-F]{1,6});");

    private AnswerText() {}

    static String of(Response answer) {
        String type = answer.contentType() == null ? "" : answer.contentType();
        return type.contains("spreadsheetml") ? unpacked(answer.asByteArray()) : answer.asString();
    }

    /** By its table of contents: as a stream Java misreads the sizes that some writers put behind each part. */
    private static String unpacked(byte[] archive) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("answer-", ".xlsx"), archive);
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
