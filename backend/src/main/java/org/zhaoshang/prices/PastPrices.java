package org.zhaoshang.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/**
 * A price as it stood at the end of a day: the version kept of it. Findings and the change are what the rules say today, and
 * actions what can be done today, so the past has none of them.
 */
@ApplicationScoped
class PastPrices {
    private static final TypeReference<List<Justification>> JUSTIFICATIONS = new TypeReference<>() {};

    private final PriceVersions versions;
    private final Units units;
    private final CurrentLanguage language;
    private final CityClock clock;
    private final ObjectMapper json;

    PastPrices(PriceVersions versions, Units units, CurrentLanguage language, CityClock clock, ObjectMapper json) {
        this.versions = versions;
        this.units = units;
        this.language = language;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param day {@code 2021-03-28}
     * @throws Problem 400 for what is no day or still to come, 404 for what did not exist then or the scope does not see
     */
    PriceView view(UUID id, String day, RowScope scope) {
        Conditions asOf = new Conditions().stoodAt("asOf", "p", "stood_from", "stood_to", day, clock.today());
        return view(versions.find(id, asOf, scope).orElseThrow(Problem::notFound));
    }

    private PriceView view(Tuple version) {
        PriceFields fields = fields(version);
        return new PriceView(
                version.get("id", UUID.class),
                version.get("code", String.class),
                version.get("version", Long.class),
                PriceState.valueOf(version.get("state", String.class)),
                fields,
                units.nameOf(fields.unitCode()),
                fields.item().name().in(language.get()),
                fields.item().category(),
                version.get("report_year", Integer.class),
                null,
                null,
                version.get("closed_by", UUID.class),
                version.get("returned", String.class),
                version.get("example", Boolean.class),
                List.of(),
                CityClock.localOrNull(version.get("submitted_at", Instant.class)),
                CityClock.localOrNull(version.get("accepted_at", Instant.class)),
                CityClock.local(version.get("created_at", Instant.class)),
                version.get("created_by", String.class),
                CityClock.local(version.get("updated_at", Instant.class)),
                version.get("updated_by", String.class),
                List.of(),
                List.of());
    }

    private PriceFields fields(Tuple version) {
        return new PriceFields(
                version.get("external_id", String.class),
                version.get("unit_code", String.class),
                version.get("park_name", String.class),
                version.get("item_code", String.class),
                version.get("condition", String.class),
                version.get("term_years", Integer.class),
                PlainNumber.orNull(version.get("price_low", BigDecimal.class)),
                PlainNumber.orNull(version.get("price_high", BigDecimal.class)),
                version.get("unit_of_measure", String.class),
                PriceList.day(version, "valid_from"),
                PriceList.day(version, "valid_to"),
                version.get("composition", String.class),
                version.get("source_document", String.class),
                version.get("note", String.class),
                justifications(version.get("words", String.class)));
    }

    private List<Justification> justifications(String kept) {
        try {
            return json.readValue(kept, JUSTIFICATIONS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable justifications", broken);
        }
    }
}
