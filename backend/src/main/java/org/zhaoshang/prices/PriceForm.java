package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * Form F between JSON and {@link PriceFields}. A price that is given in another unit of measure than its item's is converted
 * where the item knows how; what it does not know stays as it was said, for the rules to refuse.
 */
@ApplicationScoped
class PriceForm {
    static final Form FORM = Form.load("factor-price");
    private static final String ITEM = "itemCode";
    private static final String UNIT = "unitOfMeasure";
    private static final List<String> PRICES = List.of("priceLow", "priceHigh");
    /** As many as the table keeps. */
    private static final int DECIMALS = 8;

    private static final Text DAYS = new Text("早于执行日期", "lies before the first day");

    private final RecordForm<PriceFields> form;

    PriceForm(ObjectMapper json) {
        this.form = new RecordForm<>(
                FORM,
                (list, code) -> FactorItems.byCode(code).isPresent(),
                json,
                PriceFields.class,
                ITEM,
                Set.of("unitCode"));
    }

    Reading read(@Nullable JsonNode input) {
        return form.read(input);
    }

    List<Finding> unnamed(Reading reading) {
        return form.unnamed(reading);
    }

    /** @throws Problem 400 with every value that can not be stored, or without an item */
    PriceFields create(Reading reading, String unitCode) {
        return settled(form.create(converted(reading, null), unitCode));
    }

    /**
     * RFC 7396 on the present fields; prices are in the unit of measure that comes with them.
     *
     * @throws Problem 400 for what can not be stored
     */
    PriceFields merge(PriceFields present, Reading patch) {
        Reading converted = converted(patch, present.itemCode());
        ObjectNode values = converted.values();
        boolean otherItem =
                values.hasNonNull(ITEM) && !values.path(ITEM).asText().equals(present.itemCode());
        if (otherItem) {
            // What the old item fixed is the new one's to fix.
            List.of(UNIT, "termYears").stream()
                    .filter(name -> !values.has(name))
                    .forEach(values::putNull);
        }
        return settled(form.merge(present, converted));
    }

    ObjectNode document(PriceFields fields) {
        return form.document(fields);
    }

    PriceFields fields(ObjectNode values) {
        return form.fields(values);
    }

    private Reading converted(Reading given, @Nullable String presentItem) {
        ObjectNode values = given.values().deepCopy();
        Optional<FactorItem> item = FactorItems.byCode(values.path(ITEM).asText(presentItem));
        String unit = values.path(UNIT).asText("");
        item.filter(known -> !unit.isEmpty() && !values.path(UNIT).isNull())
                .flatMap(known -> known.factor(unit))
                .ifPresent(factor -> {
                    PRICES.stream()
                            .filter(name -> values.path(name).isNumber())
                            .forEach(name ->
                                    values.put(name, times(values.path(name).decimalValue(), factor)));
                    values.put(UNIT, item.get().unit());
                });
        return new Reading(values, given.refused());
    }

    private static BigDecimal times(BigDecimal price, FactorItem.Factor factor) {
        return PlainNumber.of(price.multiply(factor.times()).divide(factor.by(), DECIMALS, RoundingMode.HALF_UP));
    }

    private static PriceFields settled(PriceFields fields) {
        if (fields.validFrom() != null
                && fields.validTo() != null
                && fields.validTo().isBefore(fields.validFrom())) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/validTo", Map.of("label", FORM.label("/validTo"), "problem", DAYS)));
        }
        return filled(fields);
    }

    /** What the item fixes need not be said. */
    @SuppressWarnings("NullAway") // a unit that is not said is absent here for the last time
    private static PriceFields filled(PriceFields fields) {
        FactorItem item = fields.item();
        return new PriceFields(
                fields.externalId(),
                fields.unitCode(),
                fields.parkName(),
                fields.itemCode(),
                fields.condition(),
                fields.termYears() == null ? item.termYears() : fields.termYears(),
                fields.priceLow(),
                fields.priceHigh(),
                fields.unitOfMeasure() == null ? item.unit() : fields.unitOfMeasure(),
                fields.validFrom(),
                fields.validTo(),
                fields.composition(),
                fields.sourceDocument(),
                fields.note(),
                fields.justifications());
    }
}
