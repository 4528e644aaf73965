package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ImportBatch;
import org.zhaoshang.bulk.Verdict;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming;

/** Saves many cells of the entry grid at once, as an upload would: each is stored, or says why it is not. */
@ApplicationScoped
class PriceGrid {
    private static final int MOST = 1000;
    private static final Text CELLS = new Text("价格（cells）", "cells");
    private static final Text LIST = new Text("应为 1 到 1000 项的列表", "must be a list of 1 to 1000 entries");
    private static final Text NOT_OBJECT = new Text("应为对象", "must be an object");
    private static final Text VERSION = new Text("应为整数", "must be a whole number");
    private static final Text MOVED =
            new Text("该价格已被他人修改，请核对后重新填写", "The price was changed meanwhile: look at it and fill it in again");

    private final PriceImport kind;
    private final Prices prices;
    private final CurrentLanguage language;

    PriceGrid(PriceImport kind, Prices prices, CurrentLanguage language) {
        this.kind = kind;
        this.prices = prices;
        this.language = language;
    }

    @Schema(name = "PriceCellResult", description = "What became of one cell.")
    record Result(
            @Schema(required = true, description = "Its place in the request, from 0")
            int cell,

            @Schema(required = true) Verdict.Status status,
            @Nullable UUID id,
            @Nullable String code,
            @Nullable Long version,

            @Schema(required = true, description = "Why it was not stored; pointers are within the cell")
            List<Finding.View> errors,

            @Schema(required = true, description = "What the rules say of it as stored")
            List<Finding.View> findings) {}

    /**
     * @param cells fields of prices, with {@code code} and {@code version} of those that are there
     * @throws Problem 400 when it is no list of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Result> save(PriceReport report, @Nullable JsonNode cells, Caller who, @Nullable String reason) {
        if (cells == null || !cells.isArray() || cells.isEmpty() || cells.size() > MOST) {
            throw Problem.badRequest(Finding.of("FORMAT", "/cells", Map.of("label", CELLS, "problem", LIST)));
        }
        prices.hold(report.unitCode());
        Map<String, Long> versions = versions(report.unitCode(), cells);
        List<Result> results = new ArrayList<>();
        List<Incoming.Row> rows = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            Finding refused = refused(cells.get(at), versions);
            if (refused != null) {
                results.add(new Result(
                        at, Verdict.Status.REJECTED, null, null, null, List.of(refused.in(language.get())), List.of()));
            } else {
                ObjectNode cell = cells.get(at).deepCopy();
                cell.remove(List.of("version", "id"));
                rows.add(new Incoming.Row(at + 1, cell, List.of(), List.of()));
            }
        }
        if (!rows.isEmpty()) {
            ImportBatch batch = kind.begin(who, report.year(), reason == null ? "" : reason);
            batch.take(rows, true).forEach(verdict -> results.add(result(verdict)));
            batch.finish();
        }
        results.sort(Comparator.comparingInt(Result::cell));
        return results;
    }

    private Map<String, Long> versions(String unitCode, JsonNode cells) {
        Set<String> codes = cells.valueStream()
                .map(cell -> cell.path("code"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(code -> code.indexOf('\0') < 0)
                .collect(Collectors.toCollection(HashSet::new));
        return prices.matching(unitCode, codes, Set.of(), Set.of()).stream()
                .collect(Collectors.toMap(Price::code, Price::version));
    }

    /** What keeps a cell from being looked at as a row; null when nothing does. */
    private static @Nullable Finding refused(JsonNode cell, Map<String, Long> versions) {
        if (!cell.isObject()) {
            return Finding.of("FORMAT", "", Map.of("label", CELLS, "problem", NOT_OBJECT));
        }
        JsonNode version = cell.path("version");
        if (version.isMissingNode() || version.isNull()) {
            return null;
        }
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            return Finding.of("FORMAT", "/version", Map.of("label", "version", "problem", VERSION));
        }
        Long present = versions.get(cell.path("code").asText());
        return present == null || present == version.longValue()
                ? null
                : Finding.of("STATE", "", Map.of("problem", MOVED));
    }

    private Result result(Verdict verdict) {
        return new Result(
                verdict.row() - 1,
                verdict.status(),
                verdict.record(),
                verdict.code(),
                Stream.of(verdict.leftVersion(), verdict.seenVersion())
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                verdict.errors().stream().map(error -> error.in(language.get())).toList(),
                verdict.findings().stream()
                        .map(finding -> finding.in(language.get()))
                        .toList());
    }
}
