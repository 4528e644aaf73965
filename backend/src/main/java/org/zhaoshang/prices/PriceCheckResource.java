package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_REVIEW;
import static org.zhaoshang.shared.caller.Permission.PRICES_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Findings;

/** What submission would say to a price that is still being typed. */
@Path("factor-prices/check")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PriceCheckResource {
    private final Prices prices;
    private final PriceForm form;
    private final PriceFindings findings;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    PriceCheckResource(
            Prices prices, PriceForm form, PriceFindings findings, CurrentCaller current, CurrentLanguage language) {
        this.prices = prices;
        this.form = form;
        this.findings = findings;
        this.current = current;
        this.language = language;
    }

    @POST
    @PermissionsAllowed({PRICES_WRITE, PRICES_REVIEW})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges a price as saving and submission would, and stores nothing")
    public Findings checkFactorPrice(
            @RequestBody(content = @Content(schema = @Schema(implementation = PriceCheck.class))) @Nullable
                    JsonNode body) {
        Caller caller = current.get();
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        Price stored = id == null || !id.isTextual() ? null : prices.seen(uuid(id.textValue()), current.scope());
        Reading reading = form.read(given);
        List<Finding> found = new ArrayList<>(reading.refused());
        String otherwise = stored != null ? stored.unitCode() : caller.unitCode() == null ? "" : caller.unitCode();
        String unit = reading.values().path("unitCode").asText(otherwise);
        if (caller.unitCode() != null && !caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        if (stored == null) {
            found.addAll(0, form.unnamed(reading));
        }
        if (stored != null || reading.values().hasNonNull("itemCode")) {
            said(reading, unit, stored).stream()
                    .filter(finding -> found.stream()
                            .noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                    .forEach(found::add);
        }
        return Findings.of(found, language.get());
    }

    private List<Finding> said(Reading reading, String unit, @Nullable Price stored) {
        Reading clean = new Reading(reading.values(), List.of());
        try {
            PriceFields fields = stored == null ? form.create(clean, unit) : form.merge(stored.fields(), clean);
            UUID id = stored == null ? null : stored.id();
            return Stream.concat(
                            findings.of(List.of(new PriceFindings.Judged(fields, id))).getFirst().stream(),
                            overlap(fields, id).stream())
                    .toList();
        } catch (Problem refused) {
            return refused.findings();
        }
    }

    private List<Finding> overlap(PriceFields fields, @Nullable UUID id) {
        if (fields.validFrom() == null) {
            return List.of();
        }
        List<Validity.Period> others = prices.series(fields.unitCode(), Set.of(PricePlace.of(fields))).stream()
                .filter(other -> !other.id().equals(id))
                .map(other -> PriceJournal.period(other).releasedFrom(id))
                .toList();
        Validity.Period asked = new Validity.Period(id, "", fields.validFrom(), fields.validTo(), null, false);
        return Validity.of(asked, others).clash().stream()
                .map(clash -> Validity.finding(fields.item(), clash))
                .toList();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }
}
