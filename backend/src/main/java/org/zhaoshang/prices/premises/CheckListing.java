package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.FieldView;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Findings;

/** What the rules say to fields that are still being typed. */
@ApplicationScoped
class CheckListing {
    private final Listings listings;
    private final ListingForms forms;
    private final ListingFindings findings;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    CheckListing(
            Listings listings,
            ListingForms forms,
            ListingFindings findings,
            CurrentCaller current,
            CurrentLanguage language) {
        this.listings = listings;
        this.forms = forms;
        this.findings = findings;
        this.current = current;
        this.language = language;
    }

    static Page<FieldView> fields(ListingKind kind, Language language) {
        Form form = ListingForms.form(kind);
        return Page.all(form.fields().stream()
                .map(field -> FieldView.of(field, form, language))
                .toList());
    }

    /**
     * @param body the fields, and the id of a stored one where it is one
     * @throws Problem 403 for another unit, 404 for an id that the caller does not see
     */
    Findings check(Class<? extends Listing> type, @Nullable JsonNode body) {
        Caller caller = current.get();
        RecordForm<ListingFields> form = forms.of(ListingKind.of(type));
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        Listing stored =
                id == null || !id.isTextual() ? null : listings.seen(type, uuid(id.textValue()), current.scope());
        Reading reading = form.read(given);
        List<Finding> found = new ArrayList<>(reading.refused());
        ObjectNode values = stored == null ? reading.values() : form.document(stored.fields());
        if (stored != null) {
            values.setAll(reading.values());
        } else {
            found.addAll(0, form.unnamed(reading));
        }
        String unit = values.path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (!caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        values.put("unitCode", unit);
        String name = ListingKind.of(type) == ListingKind.PREMISES ? "name" : "parcelNo";
        if (!values.hasNonNull(name)) {
            values.put(name, "");
        }
        findings.of(form.fields(values), stored == null ? null : stored.id()).stream()
                .filter(finding ->
                        found.stream().noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                .forEach(found::add);
        return Findings.of(found, language.get());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }
}
