package org.zhaoshang.shared.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The body of a merge patch (RFC 7396) and of a check is described by the form it speaks of. Here that becomes a form of
 * which nothing is required, and whatever may be absent is cleared by null.
 */
final class ContractPatches {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String FORMS = "#/components/schemas/";

    private final OpenAPI contract;
    /** Forms that some operation takes as a whole; any other one needs no second name. */
    private final Set<String> whole = new HashSet<>();

    private final List<MediaType> patches = new ArrayList<>();
    private final List<MediaType> checks = new ArrayList<>();

    private ContractPatches(OpenAPI contract) {
        this.contract = contract;
    }

    static void complete(OpenAPI contract) {
        ContractPatches found = new ContractPatches(contract);
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> found.sort(path, operation)));
        found.patches.forEach(body -> found.relax(body, true));
        found.checks.forEach(body -> found.relax(body, false));
    }

    private void sort(String path, Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        operation.getRequestBody().getContent().getMediaTypes().forEach((type, body) -> {
            if (body.getSchema() == null || body.getSchema().getRef() == null) {
                return;
            }
            if (type.equals(MERGE_PATCH)) {
                patches.add(body);
            } else if (path.endsWith("/check")) {
                checks.add(body);
            } else {
                whole.add(body.getSchema().getRef());
            }
        });
    }

    /** @param stored whether the outcome is: then null can not clear what every record has */
    private void relax(MediaType body, boolean stored) {
        String ref = body.getSchema().getRef();
        Schema form =
                Objects.requireNonNull(contract.getComponents().getSchemas().get(ref.substring(FORMS.length())), ref);
        List<String> fixed = stored && form.getRequired() != null ? form.getRequired() : List.of();
        String name = ref.substring(FORMS.length()) + (whole.contains(ref) ? "Patch" : "");
        contract.getComponents().addSchema(name, part(form, fixed));
        body.setSchema(OASFactory.createSchema().ref(FORMS + name));
    }

    private static Schema part(Schema form, List<String> fixed) {
        Map<String, Schema> members = new LinkedHashMap<>();
        form.getProperties()
                .forEach((name, schema) -> members.put(name, fixed.contains(name) ? schema : clearable(schema)));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What is absent stays as it is, null clears")
                .properties(members);
    }

    private static Schema clearable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(
                            OASFactory.createSchema().ref(schema.getRef()),
                            OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
        }
        Schema copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        List<Schema.SchemaType> types = new ArrayList<>(schema.getType() == null ? List.of() : schema.getType());
        types.add(Schema.SchemaType.NULL);
        copy.setType(types);
        return copy;
    }
}
