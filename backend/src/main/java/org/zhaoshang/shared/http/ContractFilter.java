package org.zhaoshang.shared.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What every operation of the contract has in common is said here once: errors, keys, sign-in, the title page. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String KEY = "IdempotencyKey";
    private static final String BEARER = "bearer";
    /** Parts whose members stand in those of their wholes: nothing refers to them. */
    private static final List<String> UNWRAPPED = List.of("ListingMark", "ListingStanding");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.setInfo(OASFactory.createInfo()
                .title("Zhaoshang")
                .version("1")
                .summary("Investment promotion for Chinese cities")
                .description("Reserve library, calls, review and public listing. Money in yuan, days of Asia/Shanghai,"
                        + " errors as RFC 9457 problems with findings.")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addParameter(
                        KEY,
                        OASFactory.createParameter()
                                .name("Idempotency-Key")
                                .in(Parameter.In.HEADER)
                                .description("A repeated request with the same key and body gets the stored answer")
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .maxLength(255)));
        ContractRefusals.define(contract);
        askOnlyFor(contract, "ProjectFields", "name");
        inOneWord(contract, "Bounds");
        UNWRAPPED.forEach(contract.getComponents()::removeSchema);
        askOnlyFor(contract, "PremisesFields", "name");
        askOnlyFor(contract, "LandParcelFields", "parcelNo");
        askOnlyFor(contract, "PriceFields", "itemCode");
        ContractPatches.complete(contract);
        contract.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> complete(path, method, operation));
        });
    }

    /** A form as input: the product fills in or asks for the rest when a draft is saved, so little is required. */
    private static void askOnlyFor(OpenAPI contract, String form, String... required) {
        Schema schema = contract.getComponents().getSchemas().get(form);
        if (schema != null) {
            schema.setRequired(List.of(required));
        }
    }

    /** A record that is written as one number or text, and not as an object. */
    private static void inOneWord(OpenAPI contract, String name) {
        Schema schema = contract.getComponents().getSchemas().get(name);
        if (schema != null) {
            schema.setType(null);
            schema.setProperties(null);
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.startsWith("/api/v1/oauth/")) {
            operation.setSecurity(List.of()); // its refusals are those of RFC 6749
            return;
        }
        boolean open = path.startsWith("/api/v1/public/")
                || path.startsWith("/api/v1/auth/login")
                || path.startsWith("/api/v1/auth/refresh")
                || path.startsWith("/api/v1/auth/logout");
        operation.setSecurity(
                open
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        ContractRefusals.complete(method, operation, open);
        boolean repeatable =
                method == PathItem.HttpMethod.POST && !path.startsWith("/api/v1/auth/") && !path.endsWith("/check");
        if (repeatable) {
            List<Parameter> parameters =
                    new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
            parameters.add(OASFactory.createParameter().ref(KEY));
            operation.setParameters(parameters);
        }
    }
}
