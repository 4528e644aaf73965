package org.zhaoshang.shared.fields;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;

/** A field as the client draws it: labels, units and required marks come from here and nowhere else. */
@Schema(name = "ProjectField", description = "One field of a form.")
public record FieldView(
        @Schema(required = true, examples = "totalInvestmentYuan")
        String name,

        @Schema(required = true) Type type,

        @Schema(required = true, description = "In the caller's language")
        String label,

        @Schema(required = true, description = "The official label", examples = "总投资")
        String labelZh,

        @Nullable @Schema(examples = "元") String unit,

        @Nullable @Schema(description = "Longest text, or most entries of a list")
        Integer maxLength,

        @Nullable @Schema(description = "Largest number") Integer max,

        @Schema(required = true) Necessity necessity,
        @Schema(required = true, examples = "scale") String section,

        @Nullable @Schema(description = "The values of an ENUM")
        List<OptionView> options,

        @Nullable @Schema(description = "The list a CODE is from: locations, industries, gbIndustries, principles")
        String codes,

        @Nullable String help,

        @Schema(required = true, description = "Whether the public sees it")
        boolean shown,

        @Schema(required = true, description = "The fields of an entry, for a list of records")
        List<FieldView> fields) {

    /** @param form that the field is of */
    public static FieldView of(Field field, Form form, Language language) {
        boolean counted = field.type() == Type.INTEGER || field.type() == Type.COORDINATE;
        String help = field.help().in(language);
        return new FieldView(
                field.name(),
                field.type(),
                field.label().in(language),
                field.label().zh(),
                field.unit(),
                counted ? null : field.max(),
                counted ? field.max() : null,
                field.necessity(),
                field.section(),
                field.options().isEmpty()
                        ? null
                        : field.options().stream()
                                .map(option -> new OptionView(
                                        option.value(), option.label().in(language)))
                                .toList(),
                field.codes(),
                help.isEmpty() ? null : help,
                field.shown(),
                form.fieldsOf(field.name()).stream()
                        .map(inner -> of(inner, form, language))
                        .toList());
    }

    @Schema(name = "FieldOption")
    public record OptionView(
            @Schema(required = true, examples = "JOINT_VENTURE")
            String value,

            @Schema(required = true, examples = "合资") String label) {}
}
