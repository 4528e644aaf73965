package org.zhaoshang.bulk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.time.CityClock;

/** An import as its unit sees it. */
@Schema(name = "Import")
record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true, examples = "projects") String kind,
        @Schema(required = true) ImportMode mode,

        @Schema(required = true, description = "Planned only: nothing was stored")
        boolean dryRun,

        @Schema(required = true) ImportState state,
        @Schema(required = true) String unitCode,
        @Nullable @Schema(examples = "储备项目.xlsx") String fileName,
        @Schema(required = true) String mediaType,
        @Schema(required = true, description = "Bytes") long size,

        @Schema(required = true, description = "In every end state the others sum to the total")
        Tally rows,

        @Schema(required = true, description = "How far the work is")
        int rowsRead,

        @Schema(required = true, description = "What each column was understood as; empty for JSON")
        List<ColumnView> columns,

        @Schema(required = true, description = "On the file as a whole: why it failed, which columns are left out")
        List<Finding.View> findings,

        @Nullable @Schema(description = "The plan that this import carries out")
        UUID appliesImport,

        @Nullable @Schema(description = "The import that this one undoes")
        UUID revertsImport,

        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,

        @Schema(required = true, examples = "[\"apply\"]") List<String> allowedActions,

        @Schema(required = true) List<WhyNot> whyNot) {

    /**
     * @param field null for a column that is left out
     * @param factor by which its numbers were multiplied to reach the field's unit
     * @param carriesNothing a known column that needs no field
     */
    @Schema(name = "ImportColumn")
    record ColumnView(
            @Schema(required = true, examples = "总投资（万元）") String header,

            @Nullable @Schema(examples = "totalInvestmentYuan")
            String field,

            @Nullable @Schema(examples = "总投资") String label,
            @Nullable @Schema(examples = "万元") String unit,
            @Nullable @Schema(examples = "10000") BigDecimal factor,

            @Schema(
                    required = true,
                    description = "Left out without a question: it says nothing that is not known anyway, such as 序号")
            boolean carriesNothing) {

        static ColumnView of(Incoming.Column column, Form form, Language language) {
            Field field = column.field() == null ? null : form.find(column.field());
            return new ColumnView(
                    column.header(),
                    column.field(),
                    field == null ? null : field.label().in(language),
                    column.unit(),
                    column.factor(),
                    column.carriesNothing());
        }
    }

    static ImportView of(Import of, Form form, List<ImportAction> allowed, List<WhyNot> whyNot, Language language) {
        return new ImportView(
                of.id(),
                of.version(),
                of.kind(),
                of.mode(),
                of.isDryRun(),
                of.state(),
                of.unitCode(),
                of.fileName().orElse(null),
                of.declared().mediaType(),
                of.size(),
                of.rows(),
                of.state().isOver() ? of.rows().total() : of.rowsRead(),
                of.columns().stream()
                        .map(column -> ColumnView.of(column, form, language))
                        .toList(),
                of.findings().stream().map(finding -> finding.in(language)).toList(),
                of.appliesImport().orElse(null),
                of.revertsImport().orElse(null),
                CityClock.local(of.createdAt()),
                of.caller().displayName(),
                local(of.startedAt()),
                local(of.finishedAt()),
                allowed.stream().map(ImportAction::verb).toList(),
                whyNot);
    }

    private static @Nullable OffsetDateTime local(Optional<Instant> at) {
        return at.map(CityClock::local).orElse(null);
    }
}
