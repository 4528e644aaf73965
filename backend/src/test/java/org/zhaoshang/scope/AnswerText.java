package org.zhaoshang.scope;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** What an answer says, also where it is packed: a workbook that shows a row shows it inside its archive. */
final class AnswerText {
    private AnswerText() {}

    static String of(Response answer) {
        String type = answer.contentType() == null ? "" : answer.contentType();
        return type.contains("spreadsheetml") ? unpacked(answer.asByteArray()) : answer.asString();
    }

    private static String unpacked(byte[] archive) {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (parts.getNextEntry() != null) {
                text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return text.toString();
    }
}
