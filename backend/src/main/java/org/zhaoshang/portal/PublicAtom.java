package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.sheet.Cell;

/**
 * The latest of a public list as an Atom feed (RFC 4287), for people who follow it in a reader; portals that keep a copy take the
 * changes. Links are relative: the feed does not depend on the name by which the server was called.
 */
@ApplicationScoped
class PublicAtom {
    static final String TYPE = "application/atom+xml";

    private static final int LATEST = 50;
    private static final int LONGEST_WORDS = 120;
    private static final Order<PublicRows.Row> LAST_CHANGED = PublicRows.order("-seq", "p.seq", Cursor.Kind.NUMBER);
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final PublicRows rows;
    private final PublicPages pages;
    private final ObjectMapper json;

    PublicAtom(PublicRows rows, PublicPages pages, ObjectMapper json) {
        this.rows = rows;
        this.pages = pages;
        this.json = json;
    }

    /** @param known the caller's {@code If-None-Match} */
    Response feed(PublicSelection selection, @Nullable String known, HttpServerRequest request) {
        return pages.answer(request.uri(), known, () -> {
            List<PublicRows.Row> latest = rows.read(selection.kind(), selection.conditions(), LAST_CHANGED, LATEST);
            return PublicPage.of(
                    "atom" + latest.stream().map(row -> "" + row.seq()).collect(Collectors.joining(" ")),
                    TYPE + ";charset=UTF-8",
                    written(selection.kind(), request.uri(), latest),
                    null);
        });
    }

    private byte[] written(PublicKind kind, String address, List<PublicRows.Row> latest) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(content, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "zh-CN");
            element(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)));
            element(xml, "title", title(kind));
            link(xml, "self", address);
            link(xml, "alternate", "/public/" + kind.path());
            List<JsonNode> documents = latest.stream().map(this::read).toList();
            element(xml, "updated", updated(documents));
            for (JsonNode document : documents) {
                entry(xml, kind, document);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return content.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, PublicKind kind, JsonNode document) throws XMLStreamException {
        String id = document.path("id").asText();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + id);
        element(
                xml,
                "title",
                document.path(kind == PublicKind.LAND_PARCELS ? "parcelNo" : "name")
                        .asText());
        link(xml, "alternate", "/public/" + kind.path() + "/" + id);
        element(xml, "published", document.path("publishedAt").asText());
        element(xml, "updated", document.path("updatedAt").asText());
        xml.writeStartElement("author");
        element(xml, "name", document.path("unitName").asText());
        xml.writeEndElement();
        element(xml, "summary", summary(kind, document));
        xml.writeEndElement();
    }

    /** The facts as the sheet has them, in one line. */
    private static String summary(PublicKind kind, JsonNode document) {
        return PublicColumns.of(kind).stream()
                .map(column -> {
                    String words = words(column.in(document));
                    return words.isEmpty() ? "" : column.column().header() + "：" + words;
                })
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private static String words(Cell cell) {
        String words = switch (cell) {
            case Cell.Words text -> readable(text.text());
            case Cell.Number number -> number.number().toPlainString();
            case Cell.Day day -> day.day().toString();
        };
        return words.length() <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST_WORDS))) + "…";
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(readable(text));
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write the others, not even escaped. */
    private static String readable(String text) {
        return text.codePoints()
                .map(c -> c >= ' ' && c != 0xfffe && c != 0xffff ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    /** Of an empty feed: a day before there was anything to tell. */
    private static String updated(List<JsonNode> documents) {
        return documents.isEmpty()
                ? "2020-01-01T00:00:00+08:00"
                : documents.getFirst().path("updatedAt").asText();
    }

    private static String title(PublicKind kind) {
        return switch (kind) {
            case PROJECTS -> "招商引资项目";
            case PREMISES -> "闲置厂房";
            case LAND_PARCELS -> "土地载体";
            case FACTOR_PRICES -> "要素价格";
        };
    }

    private JsonNode read(PublicRows.Row row) {
        try {
            return json.readTree(row.document());
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a public document that is none", unexpected);
        }
    }
}
