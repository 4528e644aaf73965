package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** One JSON object a line. A line that is anything else is a refused row: the others are read all the same. */
final class NdjsonIncoming implements Incoming {
    private final Lines lines;
    private final CharsetDecoder decoder = StrictText.strict(StandardCharsets.UTF_8);
    private CharBuffer text = CharBuffer.allocate(1 << 12);

    private NdjsonIncoming(Lines lines) {
        this.lines = lines;
    }

    static Incoming open(Path file, @Nullable String charset) throws IOException, SheetRefused {
        StrictJson.check(charset);
        return new NdjsonIncoming(new Lines(Files.newInputStream(file)));
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (lines.next()) {
            if (lines.isTooLong()) {
                return refused(new Text("超过 1 MB，请检查是否缺少换行", "is longer than 1 MB: a line end may be missing"));
            }
            if (!lines.isBlank()) {
                return read();
            }
        }
        return null;
    }

    private Row read() throws IOException {
        ByteBuffer bytes = lines.bytes();
        if (text.capacity() < bytes.remaining()) {
            text = CharBuffer.allocate(bytes.remaining() * 2);
        }
        text.clear();
        decoder.reset();
        if (decoder.decode(bytes, text, true).isError()) {
            return refused(new Text("有无法识别的文字编码，应为 UTF-8", "is not in UTF-8"));
        }
        boolean whole = false;
        try (JsonParser parser = StrictJson.parser(text.array(), text.position())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused(new Text("应为一个 JSON 对象 { … }", "must be a JSON object { … }"));
            }
            ObjectNode values = StrictJson.object(parser);
            whole = true;
            return parser.nextToken() == null ? new Row(lines.number(), values, List.of()) : refused(tooMuch());
        } catch (JsonProcessingException broken) {
            return refused(whole ? tooMuch() : StrictJson.problem(broken));
        }
    }

    private static Text tooMuch() {
        return new Text(
                "一行只能有一个 JSON 对象，后面还有别的内容，请检查是否缺少换行", "holds more than one JSON object: a line end may be missing");
    }

    private Row refused(Text problem) {
        int number = lines.number();
        Text label = new Text("第 " + number + " 行", "Line " + number);
        return new Row(
                number,
                JsonNodeFactory.instance.objectNode(),
                List.of(Finding.of("FORMAT", "", Map.of("label", label, "row", number, "problem", problem))));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Lines of bytes, of which none is kept beyond its limit. */
    private static final class Lines implements AutoCloseable {
        private final InputStream source;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;
        private byte[] line = new byte[1 << 12];
        private int length;
        private int number;
        private boolean tooLong;

        Lines(InputStream source) {
            this.source = source;
        }

        /** Goes to the next line; false at the end. */
        boolean next() throws IOException {
            length = 0;
            tooLong = false;
            boolean begun = false;
            while (at < end || fill()) {
                begun = true;
                int from = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                keep(from);
                if (at < end) {
                    at++;
                    break;
                }
            }
            number += begun ? 1 : 0;
            return begun;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(source.read(buffer), 0);
            return end > 0;
        }

        private void keep(int from) {
            int count = at - from;
            tooLong |= length + count > StrictJson.LONGEST;
            if (tooLong) {
                return;
            }
            if (length + count > line.length) {
                line = java.util.Arrays.copyOf(line, Math.max(length + count, line.length * 2));
            }
            System.arraycopy(buffer, from, line, length, count);
            length += count;
        }

        /** Without the mark that some programs put before UTF-8. */
        ByteBuffer bytes() {
            boolean marked = number == 1
                    && length >= 3
                    && line[0] == (byte) 0xEF
                    && line[1] == (byte) 0xBB
                    && line[2] == (byte) 0xBF;
            return marked ? ByteBuffer.wrap(line, 3, length - 3) : ByteBuffer.wrap(line, 0, length);
        }

        boolean isBlank() {
            for (ByteBuffer bytes = bytes(); bytes.hasRemaining(); ) {
                byte b = bytes.get();
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }

        boolean isTooLong() {
            return tooLong;
        }

        int number() {
            return number;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
