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
    private static final Text FLAG = new Text("应为 true 或 false", "must be true or false");
    private static final Text OTHER_YEAR = new Text("该价格不属于本年度报表", "the price belongs to another year's report");
    private static final Text MOVED =
            new Text("该价格已被他人修改，请核对后重新填写", "The price was changed meanwhile: look at it and fill it in again");

    private final PriceImport kind;
    private final Prices prices;
    private final PriceJournal journal;
    private final CurrentLanguage language;

    PriceGrid(PriceImport kind, Prices prices, PriceJournal journal, CurrentLanguage language) {
        this.kind = kind;
        this.prices = prices;
        this.journal = journal;
        this.language = language;
    }

    @Schema(name = "PriceCellStatus")
    enum Status {
        CREATED,
        UPDATED,
        UNCHANGED,
        REMOVED,
        REJECTED,
        NOT_APPLIED
    }

    @Schema(name = "PriceCellResult", description = "What became of one cell.")
    record Result(
            @Schema(required = true, description = "Its place in the request, from 0")
            int cell,

            @Schema(required = true) Status status,
            @Nullable UUID id,
            @Nullable String code,
            @Nullable Long version,

            @Schema(required = true, description = "Why it was not stored; pointers are within the cell")
            List<Finding.View> errors,

            @Schema(required = true, description = "What the rules say of it as stored")
            List<Finding.View> findings) {}

    /**
     * What is removed goes first: it makes room for what is entered in its place.
     *
     * @param cells fields of prices, with {@code code} and {@code version} of those that are there
     * @throws Problem 400 when it is no list of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Result> save(PriceReport report, @Nullable JsonNode cells, Caller who, @Nullable String reason) {
        if (cells == null || !cells.isArray() || cells.isEmpty() || cells.size() > MOST) {
            throw Problem.badRequest(Finding.of("FORMAT", "/cells", Map.of("label", CELLS, "problem", LIST)));
        }
        prices.hold(report.unitCode());
        Map<String, Price> known = known(report.unitCode(), cells);
        List<Result> results = new ArrayList<>();
        List<Price> removed = new ArrayList<>();
        List<Incoming.Row> rows = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            JsonNode asked = cells.get(at);
            Price price = known.get(asked.path("code").asText());
            Finding refused = refused(asked, price, report);
            if (refused != null) {
                results.add(new Result(
                        at, Status.REJECTED, null, null, null, List.of(refused.in(language.get())), List.of()));
            } else if (asked.path("remove").asBoolean()) {
                // One that is gone already is as it was asked for.
                if (price != null && !removed.contains(price)) {
                    removed.add(price);
                }
                results.add(new Result(
                        at,
                        Status.REMOVED,
                        price == null ? null : price.id(),
                        asked.path("code").textValue(),
                        null,
                        List.of(),
                        List.of()));
            } else {
                ObjectNode cell = asked.deepCopy();
                cell.remove(List.of("version", "id", "remove"));
                rows.add(new Incoming.Row(at + 1, cell, List.of(), List.of()));
            }
        }
        journal.deleted(who, removed, reason);
        if (!rows.isEmpty()) {
            ImportBatch batch = kind.begin(who, report.year(), reason == null ? "" : reason);
            batch.take(rows, true).forEach(verdict -> results.add(result(verdict)));
            batch.finish();
        }
        results.sort(Comparator.comparingInt(Result::cell));
        return results;
    }

    private Map<String, Price> known(String unitCode, JsonNode cells) {
        Set<String> codes = cells.valueStream()
                .map(cell -> cell.path("code"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(code -> code.indexOf('\0') < 0)
                .collect(Collectors.toCollection(HashSet::new));
        return prices.matching(unitCode, codes, Set.of(), Set.of()).stream()
                .collect(Collectors.toMap(Price::code, price -> price));
    }

    /** What keeps a cell from being looked at as a row, or its price from being removed; null when nothing does. */
    private static @Nullable Finding refused(JsonNode cell, @Nullable Price price, PriceReport report) {
        if (!cell.isObject()) {
            return format("", CELLS, NOT_OBJECT);
        }
        JsonNode remove = cell.path("remove");
        if (!remove.isMissingNode() && !remove.isNull() && !remove.isBoolean()) {
            return format("/remove", new Text("remove", "remove"), FLAG);
        }
        JsonNode version = cell.path("version");
        if (version.isMissingNode() || version.isNull()) {
            return remove.asBoolean() ? Finding.of("REQUIRED", "/version", Map.of("label", "version")) : null;
        }
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            return format("/version", new Text("version", "version"), VERSION);
        }
        if (price == null) {
            return null;
        }
        if (price.version() != version.longValue()) {
            return state(MOVED);
        }
        if (!remove.asBoolean()) {
            return null;
        }
        return price.reportYear() == report.year()
                ? PriceAction.DELETE
                        .refusal(price.state())
                        .map(PriceGrid::state)
                        .orElse(null)
                : state(OTHER_YEAR);
    }

    private static Finding format(String pointer, Text label, Text problem) {
        return Finding.of("FORMAT", pointer, Map.of("label", label, "problem", problem));
    }

    private static Finding state(Text problem) {
        return Finding.of("STATE", "", Map.of("problem", problem));
    }

    private Result result(Verdict verdict) {
        return new Result(
                verdict.row() - 1,
                Status.valueOf(verdict.status().name()),
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
