package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.NextLink;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;

/** Answers about the public lists, whatever their kind: a page, one record, a file; each with its version as ETag. */
@ApplicationScoped
class PublicLists {
    private final PublicRows rows;
    private final PublicFiles files;
    private final PublicPages pages;

    PublicLists(PublicRows rows, PublicFiles files, PublicPages pages) {
        this.rows = rows;
        this.files = files;
        this.pages = pages;
    }

    /** @param known the caller's {@code If-None-Match} */
    Response page(PublicSelection selection, Paging paging, @Nullable String known, HttpServerRequest request) {
        return pages.answer(request.uri(), known, () -> read(selection, paging, request));
    }

    private PublicPage read(PublicSelection selection, Paging paging, HttpServerRequest request) {
        Conditions conditions = paging.check(selection.conditions());
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Order<PublicRows.Row> order = selection.order();
        Long total = paging.isCounted() ? rows.count(selection.kind(), selection.conditions()) : null;
        PublicRows.Sheet sheet =
                rows.sheet(selection.kind(), order.after(conditions, "p", paging.cursor), order, paging.limit(), ",");
        String next = sheet.last() == null ? null : order.cursorAfter(sheet.last());
        return PublicPage.of(
                sheet.state() + next + total,
                MediaType.APPLICATION_JSON,
                json(sheet.documents(), next, total),
                next == null ? null : NextLink.address(request.path(), request.query(), "cursor", next));
    }

    /** @throws Problem 404 for what is not public */
    Response one(PublicKind kind, UUID id, @Nullable String known, HttpServerRequest request) {
        return pages.answer(request.uri(), known, () -> {
            PublicRows.Sheet sheet = rows.sheet(kind, PublicRows.only(id), PublicRows.NEWEST, 1, ",");
            if (sheet.state().isEmpty()) {
                throw Problem.notFound();
            }
            return PublicPage.of(sheet.state(), MediaType.APPLICATION_JSON, sheet.documents(), null);
        });
    }

    Response csv(PublicSelection selection, @Nullable String known, HttpServerRequest request) {
        return file(selection, "text/csv;charset=UTF-8", files.csv(selection), known, request)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + selection.kind().path() + ".csv\"")
                .build();
    }

    Response ndjson(PublicSelection selection, @Nullable String known, HttpServerRequest request) {
        return file(selection, "application/x-ndjson", files.ndjson(selection), known, request)
                .build();
    }

    Response geojson(PublicSelection selection, @Nullable String known, HttpServerRequest request) {
        PublicSelection placed = selection.withPlace();
        return file(placed, "application/geo+json", files.geojson(placed), known, request)
                .build();
    }

    /** Its version is asked for before the rows are read: a file may be newer than its tag, never older. */
    private Response.ResponseBuilder file(
            PublicSelection selection,
            String type,
            StreamingOutput content,
            @Nullable String known,
            HttpServerRequest request) {
        PublicPage page = pages.page(request.uri(), () -> {
            Conditions conditions = selection.conditions();
            conditions.where();
            String state = QuarkusTransaction.joiningExisting().call(() -> rows.state(selection.kind(), conditions));
            return PublicPage.withoutBody(selection.order().parameter() + state, type);
        });
        return page.answer(known, content);
    }

    private static byte[] json(byte[] documents, @Nullable String next, @Nullable Long total) {
        byte[] begin = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
        byte[] end = ("]"
                        + (next == null ? "" : ",\"nextCursor\":\"" + next + "\"")
                        + (total == null ? "" : ",\"total\":" + total)
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(begin.length + documents.length + end.length)
                .put(begin)
                .put(documents)
                .put(end)
                .array();
    }
}
