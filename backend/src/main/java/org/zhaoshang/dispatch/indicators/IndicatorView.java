package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** An indicator as readers see it. */
@Schema(name = "Indicator", description = "What units are compared by: measures, definition, threshold.")
record IndicatorView(
        @Schema(required = true, examples = "COMPLETION") String code,
        @Schema(required = true) long version,
        @Schema(required = true) Indicator.Kind kind,

        @Schema(required = true, description = "In the caller's language", examples = "完成率")
        String name,

        @Schema(required = true) String nameZh,
        @Schema(required = true) String nameEn,

        @Schema(required = true, description = "In the caller's language; printed with every table (V30)")
        String definition,

        @Schema(required = true) String definitionZh,
        @Schema(required = true) String definitionEn,
        @Schema(required = true) Measure numerator,
        @Schema(required = true) String numeratorName,
        @Nullable Measure denominator,
        @Nullable String denominatorName,

        @Schema(required = true, description = "Of its value: 元, 个, % or 个百分点", examples = "%")
        String unitOfMeasure,

        @Nullable @Schema(description = "A value below it stands out")
        BigDecimal threshold,

        @Schema(required = true, description = "Whether yearly targets are set for it")
        boolean targets,

        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions) {

    static IndicatorView of(Indicator indicator, Caller reader, Language spoken) {
        IndicatorFields fields = indicator.fields();
        return new IndicatorView(
                indicator.code(),
                indicator.version(),
                indicator.kind(),
                fields.named().in(spoken),
                fields.nameZh(),
                fields.nameEn(),
                fields.defined().in(spoken),
                fields.definitionZh(),
                fields.definitionEn(),
                fields.numerator(),
                fields.numerator().label().in(spoken),
                fields.denominator(),
                fields.denominator() == null
                        ? null
                        : fields.denominator().label().in(spoken),
                unit(indicator.definition()).in(spoken),
                fields.threshold(),
                indicator.kind() == Indicator.Kind.VALUE,
                CityClock.local(indicator.updatedAt()),
                indicator.updatedBy(),
                reader.may(Permission.TARGETS_WRITE) ? List.of("edit") : List.of());
    }

    /** Of its value. */
    static Text unit(Indicator.Definition definition) {
        return switch (definition.kind()) {
            case VALUE ->
                definition.fields().numerator().quantity() == Quantity.YUAN
                        ? new Text("元", "CNY")
                        : new Text("个", "projects");
            case RATIO, PACE -> new Text("%", "%");
            case AHEAD -> new Text("个百分点", "percentage points");
        };
    }
}
