package org.zhaoshang.shared.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** How an operation may refuse follows from what it takes, so no resource has to say it; a problem has one shape everywhere. */
final class ContractRefusals {
    private static final String PROBLEM = "Problem";
    private static final Set<String> GENERATED = Set.of("Bad Request", "Not Authorized", "Not Allowed");
    private static final Map<String, Refusal> REFUSALS = new LinkedHashMap<>();

    static {
        REFUSALS.put("400", new Refusal("BadRequest", "Not understood: errors names the parts"));
        REFUSALS.put("401", new Refusal("SignInFirst", "No access token, or one that is no longer good"));
        REFUSALS.put("403", new Refusal("Forbidden", "The caller is known and may not"));
        REFUSALS.put("404", new Refusal("NotFound", "No such record, or not the caller's to see"));
        REFUSALS.put("406", new Refusal("NotAcceptable", "It is not to be had in the media type asked for"));
        REFUSALS.put("412", new Refusal("Stale", "Changed meanwhile: current holds the record as it is now"));
        REFUSALS.put("413", new Refusal("TooLarge", "The body is larger than is taken"));
        REFUSALS.put("428", new Refusal("VersionRequired", "If-Match with the record's version is missing"));
    }

    private record Refusal(String name, String description) {}

    private ContractRefusals() {}

    static void define(OpenAPI contract) {
        contract.getComponents()
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description("Refused, with the reason and all findings at once")
                                .content(problem()));
        REFUSALS.values()
                .forEach(refusal -> contract.getComponents()
                        .addResponse(
                                refusal.name(),
                                OASFactory.createAPIResponse()
                                        .description(refusal.description())
                                        .content(problem())));
    }

    /** @param open whether it answers without a token */
    static void complete(PathItem.HttpMethod method, Operation operation, boolean open) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        APIResponses responses = operation.getResponses();
        if (operation.getRequestBody() != null || has(parameters, Parameter.In.QUERY)) {
            add(responses, "400");
        }
        if (!open) {
            add(responses, "401");
            add(responses, "403");
        }
        if (has(parameters, Parameter.In.PATH)) {
            add(responses, "404");
        }
        if (method == PathItem.HttpMethod.GET) {
            add(responses, "406");
        } else if (method != PathItem.HttpMethod.DELETE) {
            add(responses, "413");
        }
        parameters.stream()
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .forEach(version -> {
                    // One that says for itself when it is needed keeps its words.
                    if (version.getDescription() == null) {
                        version.required(true).description("The record's version as it was seen: its ETag");
                    }
                    add(responses, "412");
                    add(responses, "428");
                });
        responses.addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getRef() == null) {
                response.setContent(problem());
            }
        });
    }

    /** A resource that describes the case in its own words keeps them; the generator's are no words. */
    private static void add(APIResponses responses, String status) {
        APIResponse stated = responses.getAPIResponse(status);
        Refusal refusal = REFUSALS.get(status);
        if (refusal != null && (stated == null || GENERATED.contains(stated.getDescription()))) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(refusal.name()));
        }
    }

    private static boolean has(List<Parameter> parameters, Parameter.In place) {
        return parameters.stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }
}
