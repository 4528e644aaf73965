package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;

/** Rows of reports as an upload writes them. A row is known by its month and its project. */
final class EntryRecords implements Records<UploadedEntry, UploadedEntry.Fields> {
    static final Form FORM = Form.load("monthly-entry-upload");
    private static final String PERMITS = "permits";
    private static final Text NO_CHECKLIST =
            new Text("应写成“备案=已办；用地=在办”", "must be written as FILING=DONE;LAND=IN_PROGRESS");

    private final EntryParts parts;
    private final Caller caller;
    private final ObjectMapper json;
    private final FormReader form = new FormReader(FORM, (list, code) -> true);
    private final EntryReader reader;
    /** Codes of the projects by what the rows call them. */
    private final Map<String, String> codes = new HashMap<>();

    EntryRecords(EntryParts parts, Caller caller, ObjectMapper json) {
        this.parts = parts;
        this.caller = caller;
        this.json = json;
        this.reader = new EntryReader(json);
    }

    @Override
    public Reading read(ObjectNode values) {
        Reading reading = form.read(PermitText.inOneCell(values));
        List<Finding> refused = new ArrayList<>(reading.refused());
        JsonNode cell = reading.values().get(PERMITS);
        if (cell != null && cell.isTextual()) {
            Optional<Map<Permit, PermitStatus>> permits = PermitText.read(cell.textValue());
            if (permits.isPresent()) {
                reading.values().set(PERMITS, json.valueToTree(permits.get()));
            } else {
                reading.values().remove(PERMITS);
                refused.add(Finding.of(
                        "FORMAT",
                        "/" + PERMITS,
                        Map.of("label", FORM.field(PERMITS).label(), "problem", NO_CHECKLIST)));
            }
        } else if (cell != null) {
            reading.values().set(PERMITS, json.createObjectNode());
        }
        return new Reading(reading.values(), refused);
    }

    /** Every row that can be written is there already, written or not: one that is not names something else. */
    @Override
    public UploadedEntry.Fields create(Reading reading, String unitCode) {
        List<Finding> refused = new ArrayList<>();
        for (String name : List.of("month", "signedProject")) {
            JsonNode value = reading.values().path(name);
            Text label = FORM.field(name).label();
            if (!value.isTextual()) {
                refused.add(Finding.of("REQUIRED", "/" + name, Map.of("label", label)));
            } else if (name.equals("signedProject")
                    ? !codes.containsKey(value.textValue())
                    : !parts.isOwed(value.textValue(), unitCode)) {
                refused.add(Finding.of("CODE", "/" + name, Map.of("label", label, "value", value.textValue())));
            }
        }
        if (refused.isEmpty()) {
            refused.add(Finding.of(
                    "CODE",
                    "/signedProject",
                    Map.of(
                            "label", FORM.field("signedProject").label(),
                            "value", reading.values().path("signedProject").textValue())));
        }
        throw Problem.badRequest(refused);
    }

    @Override
    public UploadedEntry.Fields merge(UploadedEntry record, Reading patch) {
        ObjectNode values = patch.values().deepCopy();
        values.remove(List.of("month", "signedProject", "unitCode"));
        Entry merged = record.entry().with(reader.merge(record.entry().fields(), values));
        List<Finding> closed = parts.write().closed(record.report(), record.entry(), merged);
        if (!closed.isEmpty()) {
            throw Problem.conflict(WriteEntries.CLOSED, closed);
        }
        return new UploadedEntry.Fields(
                record.report().month(),
                record.report().unitCode(),
                record.entry().code(),
                merged.fields());
    }

    @Override
    public @Nullable Text closed(UploadedEntry record) {
        return parts.closed(record.report(), caller);
    }

    @Override
    public @Nullable Text kept(UploadedEntry record) {
        return closed(record);
    }

    @Override
    public ObjectNode document(UploadedEntry.Fields fields) {
        ObjectNode document = json.valueToTree(fields.said());
        return document.put("month", fields.month())
                .put("unitCode", fields.unitCode())
                .put("signedProject", fields.signedProject());
    }

    @Override
    public UploadedEntry.Fields fields(ObjectNode document) {
        ObjectNode said = document.deepCopy();
        said.remove(List.of("month", "unitCode", "signedProject"));
        try {
            return new UploadedEntry.Fields(
                    document.path("month").asText(),
                    document.path("unitCode").asText(),
                    document.path("signedProject").asText(),
                    json.treeToValue(said, EntryFields.class));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unexpected) {
            throw new IllegalStateException("unreadable row", unexpected);
        }
    }

    @Override
    public UUID id(UploadedEntry record) {
        return record.id();
    }

    @Override
    public long version(UploadedEntry record) {
        return record.entry().version();
    }

    @Override
    public String code(UploadedEntry record) {
        return record.code();
    }

    @Override
    public UploadedEntry.Fields fieldsOf(UploadedEntry record) {
        return record.fields();
    }

    @Override
    public @Nullable String externalId(UploadedEntry.Fields fields) {
        return null;
    }

    @Override
    public @Nullable String key(ObjectNode values) {
        JsonNode month = values.path("month");
        JsonNode project = values.path("signedProject");
        return month.isTextual() && project.isTextual()
                ? month.textValue() + "/" + codes.getOrDefault(project.textValue(), project.textValue())
                : null;
    }

    @Override
    public String words(UploadedEntry.Fields fields) {
        return JustificationText.write(fields.justifications());
    }

    /** A file is of one month, seldom of two: each is read once. */
    @Override
    public List<UploadedEntry> matching(
            String unitCode, Set<String> known, Set<String> externalIds, Set<String> keys, boolean hold) {
        Map<String, Set<String>> names = new TreeMap<>();
        Stream.concat(known.stream(), keys.stream())
                .map(key -> key.split("/", 2))
                .filter(key -> key.length == 2)
                .forEach(key ->
                        names.computeIfAbsent(key[0], none -> new HashSet<>()).add(key[1]));
        List<UploadedEntry> found = new ArrayList<>();
        names.forEach((month, projects) -> {
            Map<String, UUID> named = parts.named(unitCode, projects);
            parts.rows(month, unitCode, new HashSet<>(named.values()), hold).forEach(row -> {
                found.add(row);
                named.forEach((name, id) -> {
                    if (id.equals(row.entry().project().id())) {
                        codes.put(name, row.entry().code());
                    }
                });
            });
        });
        return found;
    }

    @Override
    public List<List<Finding>> findings(List<Judged<UploadedEntry, UploadedEntry.Fields>> lot) {
        return lot.stream()
                .map(judged -> {
                    UploadedEntry row = Objects.requireNonNull(judged.record());
                    return parts.findings(
                            row.report(), row.entry().with(judged.fields().said()));
                })
                .toList();
    }

    @Override
    public List<UploadedEntry> created(
            List<Judged<UploadedEntry, UploadedEntry.Fields>> lot, List<List<Finding>> findings, String reason) {
        throw new IllegalStateException("rows are there already");
    }

    @Override
    public void revised(
            List<Judged<UploadedEntry, UploadedEntry.Fields>> lot,
            List<List<Finding>> findings,
            String action,
            String reason) {
        Map<MonthlyReport, List<Judged<UploadedEntry, UploadedEntry.Fields>>> byReport = new LinkedHashMap<>();
        lot.forEach(judged -> byReport.computeIfAbsent(
                        Objects.requireNonNull(judged.record()).report(), none -> new ArrayList<>())
                .add(judged));
        byReport.forEach((report, rows) -> {
            Map<UUID, Entry> present = new LinkedHashMap<>();
            List<Entry> wanted = new ArrayList<>();
            for (Judged<UploadedEntry, UploadedEntry.Fields> judged : rows) {
                Entry entry = Objects.requireNonNull(judged.record()).entry();
                present.put(entry.project().id(), entry);
                wanted.add(entry.with(judged.fields().said()));
            }
            Map<UUID, Long> versions =
                    parts.write().store(caller, report, wanted, present, action, reason.isEmpty() ? null : reason);
            for (int at = 0; at < rows.size(); at++) {
                Entry entry = wanted.get(at);
                Objects.requireNonNull(rows.get(at).record())
                        .written(entry.stored(Objects.requireNonNull(
                                versions.get(entry.project().id()))));
            }
        });
    }

    @Override
    public void deleted(List<UploadedEntry> lot, String reason) {
        throw new IllegalStateException("an upload makes no rows");
    }
}
