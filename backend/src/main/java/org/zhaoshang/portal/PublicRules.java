package org.zhaoshang.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.ListingFields;
import org.zhaoshang.prices.premises.ListingForms;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.MobileNumbers;
import org.zhaoshang.shared.rules.Finding;

/** The last look before something becomes public: whatever let it come so far, these never pass. */
final class PublicRules {
    private PublicRules() {}

    static List<Finding> bar(ProjectFields fields) {
        return Stream.concat(
                        texts(fields).entrySet().stream()
                                .flatMap(text ->
                                        MobileNumbers.in(ProjectForm.FORM.field(text.getKey()), text.getValue())
                                                .stream()),
                        owed(fields).entrySet().stream()
                                .filter(field -> field.getValue() == null)
                                .map(field -> Finding.of(
                                        "REQUIRED",
                                        "/" + field.getKey(),
                                        Map.of(
                                                "label",
                                                ProjectForm.FORM
                                                        .field(field.getKey())
                                                        .label()))))
                .toList();
    }

    /** Of premises or a parcel; what else it lacks has been asked for by the rules of publishing. */
    static List<Finding> bar(ListingKind kind, ListingFields fields) {
        Form form = ListingForms.form(kind);
        return fields.publicTexts().entrySet().stream()
                .flatMap(text -> MobileNumbers.in(form.field(text.getKey()), text.getValue()).stream())
                .toList();
    }

    /** V48: every text that people write and {@link PublicProject} shows. */
    static Map<String, @Nullable String> texts(ProjectFields fields) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("name", fields.name());
        texts.put("parkName", fields.parkName());
        texts.put("address", fields.address());
        texts.put("summary", fields.summary());
        texts.put("content", fields.content());
        texts.put("preparation", fields.preparation());
        texts.put("contactOffice", fields.contactOffice());
        texts.put("contactPhone", fields.contactPhone());
        return texts;
    }

    private static Map<String, @Nullable Object> owed(ProjectFields fields) {
        Map<String, @Nullable Object> owed = new LinkedHashMap<>();
        owed.put("industryCode", fields.industryCode());
        owed.put("content", fields.content());
        owed.put("totalInvestmentYuan", fields.totalInvestmentYuan());
        owed.put("contactOffice", fields.contactOffice());
        owed.put("contactPhone", fields.contactPhone());
        return owed;
    }
}
