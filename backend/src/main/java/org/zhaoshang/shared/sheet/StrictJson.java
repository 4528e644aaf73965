package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** JSON objects read so that nothing is lost in silence: no member twice, nothing behind the object, no digit rounded. */
final class StrictJson {
    static final int DEEPEST = 100;
    /** Characters of one object, blanks included. */
    static final int LONGEST = 1 << 20;

    private static final Set<String> CHARSETS = Set.of("", "utf-8", "utf8", "us-ascii");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(1000)
                    .maxNumberLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Names are the senders': a table of all they ever sent would only grow.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private StrictJson() {}

    static JsonParser parser(char[] text, int length) throws IOException {
        return FACTORY.createParser(text, 0, length);
    }

    static JsonParser parser(Reader text) throws IOException {
        return FACTORY.createParser(text);
    }

    /** The object that the parser stands at the beginning of. */
    static ObjectNode object(JsonParser parser) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (NumberFormatException beyondAnyNumber) {
            // 1e99999999999: Jackson lets the complaint of BigDecimal through as it is.
            throw new StreamConstraintsException("a number out of all bounds", parser.currentLocation());
        }
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1). */
    static void check(@Nullable String charset) throws SheetRefused {
        if (charset != null && !CHARSETS.contains(charset.strip().toLowerCase(Locale.ROOT))) {
            throw new SheetRefused(
                    "JSON 只能用 UTF-8 编码，不能用 " + CellRefused.quote(charset),
                    "is JSON, which is always UTF-8 and never " + CellRefused.quote(charset));
        }
    }

    /** What is wrong, for the person who wrote the program that sent it. */
    static Text problem(JsonProcessingException broken) {
        int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        Text where = new Text("（第 " + column + " 个字符附近）", " (near character " + column + ")");
        String message = String.valueOf(broken.getOriginalMessage());
        Text what;
        if (broken instanceof StreamConstraintsException) {
            what = new Text(
                    "嵌套超过 " + DEEPEST + " 层，或文字、数字过长",
                    "is nested deeper than " + DEEPEST + " or holds too long a value");
        } else if (broken instanceof JsonEOFException) {
            what = new Text("没有写完就结束了", "ends before it is complete");
        } else if (broken instanceof JsonParseException && message.startsWith("Duplicate")) {
            what = new Text("同一个字段写了两次", "has the same member twice");
        } else {
            what = new Text("不是合格的 JSON", "is no well-formed JSON");
        }
        return new Text(what.zh() + where.zh(), what.en() + where.en());
    }
}
