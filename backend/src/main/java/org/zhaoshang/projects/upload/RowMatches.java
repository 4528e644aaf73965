package org.zhaoshang.projects.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.SeenRows;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Which record each row of a part stands for: by code, else by the unit's own key, else by name in the call. */
final class RowMatches {
    private static final Text NO_SUCH_CODE =
            new Text("本单位没有这个编号的项目；新增项目请把编号留空", "your unit has no project of this code: leave it empty for a new one");
    private static final Text KEY_TAKEN = new Text("本单位已有相同编号的项目", "your unit has a project with this key");

    private final Map<String, Project> byCode = new HashMap<>();
    private final Map<String, Project> byExternalId = new HashMap<>();
    private final Map<String, Project> byName = new HashMap<>();

    private RowMatches() {}

    /** @param hold until the transaction ends, for rows that are to be written */
    static RowMatches of(List<UploadedRow> rows, ProjectImportParts parts, String unit, boolean hold) {
        RowMatches matches = new RowMatches();
        parts.projects()
                .matching(
                        parts.session(),
                        unit,
                        ProjectKeyOfName.matchKeys(
                                texts(rows, row -> row.said.code()),
                                texts(rows, row -> row.said.externalId()),
                                texts(rows, RowMatches::nameKey)),
                        hold)
                .forEach(matches::add);
        return matches;
    }

    private void add(Project project) {
        byCode.put(project.code(), project);
        if (project.fields().externalId() != null) {
            byExternalId.put(project.fields().externalId(), project);
        }
        if (project.isLive()) {
            byName.put(ProjectKeyOfName.of(project.fields()), project);
        }
    }

    /** The records that any of the rows may stand for. */
    Set<UUID> ids() {
        return byCode.values().stream().map(Project::id).collect(Collectors.toSet());
    }

    /** The record, null for a new one; a code that leads nowhere is an error of the row. */
    @Nullable
    Project of(UploadedRow row) {
        ProjectSheet.Said said = row.said;
        if (said.code() != null) {
            Project coded = byCode.get(said.code());
            if (coded == null) {
                row.errors.add(format("code", NO_SUCH_CODE));
            }
            return coded;
        }
        Project keyed = said.externalId() == null ? null : byExternalId.get(said.externalId());
        if (keyed != null) {
            return keyed;
        }
        Project named = byName.get(Objects.requireNonNullElse(nameKey(row), ""));
        // Two keys of the unit's own are two records, whatever their names.
        boolean other =
                named != null && said.externalId() != null && named.fields().externalId() != null;
        return other ? null : named;
    }

    /** No two rows of a file write one record, and no key is taken twice. */
    void requireOnce(UploadedRow row, SeenRows seen) {
        ProjectFields fields = row.fields();
        String ownKey = fields.externalId() == null ? null : ProjectKeyOfName.ofExternalId(fields.externalId());
        String nameKey = ProjectKeyOfName.of(fields);
        Optional<Integer> earlier =
                row.stored != null ? seen.rowOf(row.stored.id()) : seen.rowOf(ownKey != null ? ownKey : nameKey);
        Project holder = fields.externalId() == null ? null : byExternalId.get(fields.externalId());
        if (earlier.isPresent()) {
            Text problem = new Text(
                    "与第 " + earlier.get() + " 行是同一个项目，本行没有采用",
                    "Row " + earlier.get() + " is the same project: this row was not used");
            row.errors.add(Finding.of("STATE", "", Map.of("problem", problem)));
            return;
        }
        if (holder != null && !holder.equals(row.stored)) {
            row.errors.add(format("externalId", KEY_TAKEN));
            return;
        }
        if (row.stored != null) {
            seen.add(row.stored.id(), row.said.row());
        }
        if (ownKey != null) {
            seen.add(ownKey, row.said.row());
        }
        row.sameNameRow = seen.rowOf(nameKey).orElse(null);
        seen.add(nameKey, row.said.row());
    }

    private static @Nullable String nameKey(UploadedRow row) {
        String name = row.said.name();
        return name == null || row.call == null ? null : ProjectKeyOfName.of(row.call.year(), name);
    }

    private static Set<String> texts(List<UploadedRow> rows, Function<UploadedRow, @Nullable String> text) {
        return rows.stream().map(text).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    private static Finding format(String field, Text problem) {
        return Finding.of(
                "FORMAT",
                "/" + field,
                Map.of("label", ProjectSheet.FORM.field(field).label(), "problem", problem));
    }
}
