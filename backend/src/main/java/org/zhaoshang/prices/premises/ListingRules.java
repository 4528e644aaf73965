package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.area.AreaPairs;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.MobileNumbers;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The rules on premises and parcels alike, and the list of all that apply; severities and texts are in {@code data/rules.csv}. */
final class ListingRules {
    private ListingRules() {}

    /**
     * What the rules must know beyond the fields themselves.
     *
     * @param document the fields as JSON
     * @param namesake the code of another of the unit's with this name
     */
    record Context(ObjectNode document, @Nullable String namesake, LocalDate today) {}

    static List<Finding> check(ListingFields fields, Context context) {
        Form form = ListingForms.form(kindOf(fields));
        Stream<Finding> own = switch (fields) {
            case PremisesFields premises -> PremisesRules.check(premises, context);
            case LandParcelFields parcel -> LandParcelRules.check(parcel);
        };
        return Stream.of(
                        required(form, context),
                        uniqueInUnit(fields, form, context),
                        own,
                        areasInTextAgree(fields),
                        officeTelephonesOnly(fields, form))
                .flatMap(findings -> findings)
                .toList();
    }

    static ListingKind kindOf(ListingFields fields) {
        return switch (fields) {
            case PremisesFields premises -> ListingKind.PREMISES;
            case LandParcelFields parcel -> ListingKind.LAND_PARCEL;
        };
    }

    private static Stream<Finding> required(Form form, Context context) {
        return form.fields().stream()
                .filter(field -> field.necessity() == Necessity.REQUIRED)
                .filter(field -> isEmpty(context.document().path(field.name())))
                .map(field -> Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    private static Stream<Finding> uniqueInUnit(ListingFields fields, Form form, Context context) {
        String name = fields instanceof PremisesFields ? "/name" : "/parcelNo";
        return context.namesake() == null
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "NAME_UNIQUE_IN_UNIT", name, Map.of("code", context.namesake(), "label", form.label(name))));
    }

    /** V05, where a text states one area twice. */
    private static Stream<Finding> areasInTextAgree(ListingFields fields) {
        return fields.publicTexts().entrySet().stream()
                .filter(text -> text.getValue() != null)
                .flatMap(text -> AreaPairs.disagreeing(Objects.requireNonNull(text.getValue())).stream()
                        .map(pair -> area("/" + text.getKey(), pair)));
    }

    static Finding area(String pointer, AreaPairs.Pair pair) {
        return Finding.of(
                "V05",
                pointer,
                Map.of(
                        "text", pair.text(),
                        "expected", pair.expectedMu() + "亩",
                        "difference", pair.differencePercent() + "%"));
    }

    /** V48: nothing that is published holds a private mobile number. */
    static Stream<Finding> officeTelephonesOnly(ListingFields fields, Form form) {
        return fields.publicTexts().entrySet().stream()
                .flatMap(text -> MobileNumbers.in(form.field(text.getKey()), text.getValue()).stream());
    }

    static Finding format(Field field, Text problem) {
        return Finding.of("FORMAT", field.pointer(), Map.of("label", field.label(), "problem", problem));
    }
}
