package org.zhaoshang.shared.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhaoshang.Given;

@QuarkusTest
class FileStoreTest {
    @TempDir
    Path folder;

    @Inject
    FileStore store;

    /** The folder is out of the way for the moment of one request: nothing can be written there. */
    @Test
    void asksForPatienceWhenTheDiskRefusesAnUpload() throws IOException {
        Path incoming = store.root().resolve(FileStore.INCOMING);
        Path away = store.root().resolve("away");
        Files.move(incoming, away);
        try {
            Given.signedIn("150622")
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .body("项目名称\r\nx")
                    .post("/api/v1/imports?kind=projects")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("60"))
                    .body("title", containsString("文件暂时无法保存"));
        } finally {
            Files.move(away, incoming);
        }
    }

    @Test
    void doesNotBlameTheDiskForABodyThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the caller is gone");
            }
        };
        assertThatThrownBy(() -> store.receive(broken, folder.resolve("upload")))
                .isInstanceOf(IOException.class)
                .hasMessage("the caller is gone");
    }
}
