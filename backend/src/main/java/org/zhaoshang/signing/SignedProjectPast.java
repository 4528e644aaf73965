package org.zhaoshang.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.time.CityClock;

/** Reads a version back from the trail: the fields from its document, what lists show from the versions. */
@ApplicationScoped
class SignedProjectPast {
    private final SignedProjectForm form;
    private final ObjectMapper json;

    SignedProjectPast(SignedProjectForm form, ObjectMapper json) {
        this.form = form;
        this.json = json;
    }

    /** What the product adds to the fields. */
    record Beside(
            SignedProjectView.Agreed agreed,
            Map<Permit, PermitStatus> permits,
            @Nullable String exitReason,
            @Nullable Exclusion exclusion,
            @Nullable String exclusionNote,
            boolean counted,
            boolean example,
            OffsetDateTime createdAt,
            String createdBy,
            OffsetDateTime updatedAt,
            String updatedBy) {}

    record Kept(SignedProjectFields fields, Beside beside) {}

    Kept read(JsonNode document, Tuple version) {
        ObjectNode fields = document.deepCopy();
        List<String> names =
                SignedProjectForm.FORM.fields().stream().map(Field::name).toList();
        fields.retain(new ArrayList<>(names));
        String kind = version.get("current_kind", String.class);
        return new Kept(
                form.records().fields(fields),
                new Beside(
                        new SignedProjectView.Agreed(
                                kind == null ? null : AgreementKind.valueOf(kind),
                                PlainNumber.orNull(version.get("current_amount_yuan", BigDecimal.class)),
                                PlainNumber.orNull(version.get("current_outside_yuan", BigDecimal.class)),
                                version.get("current_investor", String.class)),
                        permits(document.path("permits")),
                        text(document, "exitReason"),
                        document.hasNonNull("exclusion")
                                ? Exclusion.valueOf(document.get("exclusion").textValue())
                                : null,
                        text(document, "exclusionNote"),
                        version.get("blocking", Integer.class) == 0,
                        version.get("example", Boolean.class),
                        CityClock.local(version.get("created_at", Instant.class)),
                        version.get("created_by", String.class),
                        CityClock.local(version.get("updated_at", Instant.class)),
                        version.get("updated_by", String.class)));
    }

    private static @Nullable String text(JsonNode document, String name) {
        return document.hasNonNull(name) ? document.get(name).textValue() : null;
    }

    private Map<Permit, PermitStatus> permits(JsonNode kept) {
        try {
            return kept.isObject()
                    ? json.readValue(json.treeAsTokens(kept), new TypeReference<TreeMap<Permit, PermitStatus>>() {})
                    : Map.of();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable permits", broken);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
