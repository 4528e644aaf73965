package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** Text files in the two encodings that Chinese offices save, decoded strictly: a wrong guess would store garbled names. */
final class StrictText {
    static final Charset GB18030 = Charset.forName("GB18030");
    /** GBK and GB 2312 are parts of GB 18030. */
    private static final Set<String> CHINESE = Set.of("gb18030", "gbk", "gb2312", "x-gbk", "cp936", "ms936");

    private static final Set<String> UNICODE = Set.of("utf-8", "utf8", "us-ascii", "ascii");
    private static final int BUFFER = 1 << 16;

    private StrictText() {}

    /** Opens a text after reading it through once: a file that breaks off in its middle is refused before its first row. */
    static Reader open(Path file, @Nullable String declared) throws IOException, SheetRefused {
        Charset charset = charset(file, declared);
        return withoutMark(new InputStreamReader(Files.newInputStream(file), strict(charset)));
    }

    /** The mark that some programs put before UTF-8 is no part of the first header. */
    static Reader withoutMark(Reader text) throws IOException {
        PushbackReader marked = new PushbackReader(text, 1);
        int first = marked.read();
        if (first >= 0 && first != 0xFEFF) {
            marked.unread(first);
        }
        return marked;
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Charset charset(Path file, @Nullable String declared) throws IOException, SheetRefused {
        String name = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !CHINESE.contains(name) && !UNICODE.contains(name)) {
            throw name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("ucs")
                    ? utf16()
                    : new SheetRefused(
                            "不支持编码“" + CellRefused.quote(name) + "”，请用 UTF-8 或 GB 18030",
                            "must be in UTF-8 or GB 18030, not in " + CellRefused.quote(name));
        }
        Utf8Scan scan = Utf8Scan.of(file);
        if (CHINESE.contains(name)) {
            if (scan.isValid() && scan.wideBytes() > 0) {
                throw new SheetRefused(
                        "声明的编码是 GB 18030，内容却是 UTF-8，请改正声明（charset=utf-8）或不声明",
                        "is declared as GB 18030 and is UTF-8: correct the charset or leave it out");
            }
            if (!isGb18030(file)) {
                throw new SheetRefused(
                        "不是完整的 GB 18030，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
                        "is not whole GB 18030: save it as “CSV UTF-8 (comma delimited)”");
            }
            return GB18030;
        }
        if (scan.isValid()) {
            return StandardCharsets.UTF_8;
        }
        boolean chinese = isGb18030(file);
        if (!name.isEmpty() || !chinese || scan.isMostlyUtf8()) {
            throw brokenAt(scan.firstWrongLine(), name.isEmpty() || !chinese || scan.isMostlyUtf8());
        }
        return GB18030;
    }

    static SheetRefused utf16() {
        return new SheetRefused(
                "是 UTF-16 编码（Excel 的“Unicode 文本”），请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后再上传",
                "is in UTF-16 (Excel's “Unicode Text”): save it as “CSV UTF-8 (comma delimited)” and upload that");
    }

    private static SheetRefused brokenAt(long line, boolean damaged) {
        Text remedy = damaged
                ? new Text(
                        "既不是完整的 UTF-8，也不是 GB 18030，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
                        "neither whole UTF-8 nor GB 18030: save it as “CSV UTF-8 (comma delimited)”")
                : new Text(
                        "声明的编码是 UTF-8，内容却不是；如为 GB 18030，请声明 charset=gb18030",
                        "declared as UTF-8 and is not: if it is GB 18030, declare charset=gb18030");
        return new SheetRefused(
                "从第 " + line + " 行起有无法识别的文字编码：" + remedy.zh(),
                "holds text from line " + line + " on that can not be decoded: it is " + remedy.en());
    }

    private static boolean isGb18030(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new InputStreamReader(bytes, strict(GB18030))) {
            char[] buffer = new char[BUFFER];
            while (text.read(buffer) >= 0) {
                // decoding is the test
            }
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
