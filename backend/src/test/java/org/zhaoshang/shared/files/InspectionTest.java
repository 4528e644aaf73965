package org.zhaoshang.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhaoshang.shared.http.Problem;

class InspectionTest {
    @TempDir
    Path folder;

    private FileKind inspect(String name, byte[] content) throws IOException {
        return Inspection.inspect(Files.write(folder.resolve("upload"), content), name);
    }

    private void refuses(String name, byte[] content, String why) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> inspect(name, content))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(415);
                    assertThat(problem.title().zh()).as(name).contains(why);
                });
    }

    @Test
    void knowsEachKind() throws IOException {
        assertThat(inspect("论证.pdf", SampleFile.pdf())).isEqualTo(FileKind.PDF);
        assertThat(inspect("论证.PDF", SampleFile.pdf())).isEqualTo(FileKind.PDF);
        assertThat(inspect("位置图.png", SampleFile.picture("png"))).isEqualTo(FileKind.PNG);
        assertThat(inspect("现场.jpg", SampleFile.picture("jpg"))).isEqualTo(FileKind.JPG);
        assertThat(inspect("现场.jpeg", SampleFile.picture("jpg"))).isEqualTo(FileKind.JPG);
        assertThat(inspect("报告.docx", SampleFile.docx())).isEqualTo(FileKind.DOCX);
        assertThat(inspect("表.xlsx", SampleFile.xlsx())).isEqualTo(FileKind.XLSX);
        assertThat(inspect("旧报告.doc", SampleFile.compound("Root Entry", "WordDocument")))
                .isEqualTo(FileKind.DOC);
        assertThat(inspect("旧表.xls", SampleFile.compound("Root Entry", "Workbook")))
                .isEqualTo(FileKind.XLS);
    }

    @Test
    void refusesWhatIsNotWhatItsNameSays() {
        refuses("图.png", SampleFile.pdf(), "内容与扩展名不符");
        refuses("图.jpg", SampleFile.picture("png"), "内容与扩展名不符");
        refuses("报告.docx", SampleFile.xlsx(), "内容与扩展名不符");
        refuses("表.xlsx", SampleFile.docx(), "内容与扩展名不符");
        refuses("表.xls", SampleFile.compound("Root Entry", "WordDocument"), "内容与扩展名不符");
        refuses("报告.docx", SampleFile.zip(Map.of("a.txt", "a")), "内容与扩展名不符");
        refuses("报告.pdf", "<html><script>alert(1)</script>%PDF-1.4".getBytes(), "内容与扩展名不符");
        refuses("报告.pdf", "MZ\u0000\u0000".getBytes(), "内容与扩展名不符");
    }

    @Test
    void refusesOtherKinds() {
        for (String name :
                new String[] {"a.exe", "a.pdf.exe", "a.html", "a.svg", "a.zip", "a.docm", "a", "pdf", "a."}) {
            refuses(name, SampleFile.pdf(), "只接收");
        }
        refuses("空.pdf", new byte[0], "空的");
    }

    @Test
    void refusesTwoFilesInOne() {
        refuses("图.png", SampleFile.both(SampleFile.picture("png"), SampleFile.docx()), "藏有压缩包");
        refuses("报告.pdf", SampleFile.both(SampleFile.pdf(), SampleFile.zip(Map.of("a.class", "x"))), "藏有压缩包");
        refuses("报告.docx", SampleFile.both(SampleFile.pdf(), SampleFile.docx()), "内容与扩展名不符");
    }

    @Test
    void refusesBombsCrowdsMacrosAndPasswords() {
        refuses("炸弹.docx", SampleFile.bomb(), "压缩炸弹");
        refuses("人群.docx", SampleFile.crowd(), "内部文件过多");
        refuses(
                "宏.docx",
                SampleFile.zip(Map.of("[Content_Types].xml", "", "word/document.xml", "", "word/vbaProject.bin", "x")),
                "宏");
        refuses("宏.xls", SampleFile.compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR"), "宏");
        refuses("密.docx", SampleFile.compound("Root Entry", "EncryptedPackage"), "打开密码");
    }

    /** Cut off, scribbled over, or going round in circles: an answer, and never another exception than ours. */
    @Test
    void survivesDamage() {
        byte[][] whole = {
            SampleFile.docx(), SampleFile.xlsx(), SampleFile.compound("Root Entry", "WordDocument"), SampleFile.pdf()
        };
        String[] names = {"a.docx", "a.xlsx", "a.doc", "a.pdf"};
        Random random = new Random(20210410);
        for (int round = 0; round < 2000; round++) {
            int which = round % whole.length;
            byte[] damaged = whole[which].clone();
            for (int bit = 0; bit < 1 + round % 20; bit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
            for (byte[] content : new byte[][] {damaged, cut}) {
                try {
                    inspect(names[which], content);
                } catch (Problem refused) {
                    assertThat(refused.status()).isEqualTo(415);
                } catch (IOException | RuntimeException unexpected) {
                    throw new AssertionError("round " + round, unexpected);
                }
            }
        }
    }
}
