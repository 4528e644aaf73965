package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** A JSON array of objects, read one by one. Broken JSON has no next row to go on with: it ends the file. */
final class JsonIncoming implements Incoming {
    private final Metered text;
    private final JsonParser parser;
    private int number;
    private boolean ended;

    private JsonIncoming(Metered text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Incoming open(Path file, @Nullable String charset) throws IOException, SheetRefused {
        StrictJson.check(charset);
        Reader bytes = new InputStreamReader(Files.newInputStream(file), StrictText.strict(StandardCharsets.UTF_8));
        Metered text;
        try {
            text = new Metered(StrictText.withoutMark(bytes));
        } catch (CharacterCodingException broken) {
            bytes.close();
            throw new SheetRefused("有无法识别的文字编码，应为 UTF-8", "is not in UTF-8");
        }
        JsonIncoming rows = new JsonIncoming(text, StrictJson.parser(text));
        if (rows.token() != JsonToken.START_ARRAY) {
            rows.close();
            throw new SheetRefused("应为 JSON 数组 [ … ]", "must be a JSON array [ … ]");
        }
        return rows;
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public @Nullable Row next() throws IOException, SheetRefused {
        if (ended) {
            return null;
        }
        text.refill();
        JsonToken token = token();
        if (token == null) {
            throw refused(new Text("没有写完就结束了", "ends before it is complete"));
        }
        if (token == JsonToken.END_ARRAY) {
            text.refill();
            if (token() != null) {
                throw refused(new Text("数组之后还有别的内容", "is followed by something else"));
            }
            ended = true;
            return null;
        }
        number++;
        try {
            if (token == JsonToken.START_OBJECT) {
                return new Row(number, StrictJson.object(parser), List.of());
            }
            parser.skipChildren();
            return notObject();
        } catch (JsonProcessingException broken) {
            throw refused(StrictJson.problem(broken));
        } catch (Metered.Exhausted tooLong) {
            throw refused(new Text("超过 1 MB", "is longer than 1 MB"));
        } catch (CharacterCodingException broken) {
            throw refused(new Text("有无法识别的文字编码，应为 UTF-8", "is not in UTF-8"));
        }
    }

    private @Nullable JsonToken token() throws IOException, SheetRefused {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException broken) {
            throw refused(StrictJson.problem(broken));
        } catch (Metered.Exhausted tooLong) {
            throw refused(new Text("超过 1 MB", "is longer than 1 MB"));
        } catch (CharacterCodingException broken) {
            throw refused(new Text("有无法识别的文字编码，应为 UTF-8", "is not in UTF-8"));
        }
    }

    private SheetRefused refused(Text problem) {
        return new SheetRefused(
                "第 " + number + " 个对象或其后的内容" + problem.zh() + "，之后的内容无法读取",
                "can not be read from object " + number + " on: it or what follows it " + problem.en());
    }

    private Row notObject() {
        Text label = new Text("第 " + number + " 项", "Element " + number);
        Text problem = new Text("应为一个 JSON 对象 { … }", "must be a JSON object { … }");
        return new Row(
                number,
                JsonNodeFactory.instance.objectNode(),
                List.of(Finding.of("FORMAT", "", Map.of("label", label, "row", number, "problem", problem))));
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }

    /** A text that gives out only so much until it is refilled: one element of the array can not fill the memory. */
    private static final class Metered extends FilterReader {
        private int left = StrictJson.LONGEST;

        Metered(Reader text) {
            super(text);
        }

        void refill() {
            left = StrictJson.LONGEST;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new Exhausted();
            }
            int count = super.read(target, offset, length);
            left -= Math.max(count, 0);
            return count;
        }

        static final class Exhausted extends IOException {
            private static final long serialVersionUID = 1;
        }
    }
}
