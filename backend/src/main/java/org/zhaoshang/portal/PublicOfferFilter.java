package org.zhaoshang.portal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Conditions;

/** What public premises and parcels alike can be narrowed by. Comma is "or". Read by hand: what is wrong is 400. */
abstract class PublicOfferFilter {
    private static final Set<String> STATES = Set.of("IDLE", "AVAILABLE", "IN_TALKS");

    @QueryParam("q")
    @Size(max = 100)
    @Parameter(description = "Any substring of two or more characters of name, code, place, unit and the other texts")
    @Nullable
    String q;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("verified")
    @Parameter(description = "Whether it counts as verified")
    @Nullable
    String verified;

    @QueryParam("bbox")
    @Size(max = 100)
    @Parameter(description = "West, south, east and north in degrees", example = "109.5,39.4,110.5,40.4")
    @Nullable
    String bbox;

    final Conditions shared() {
        return new Conditions()
                .text("q", "p", q)
                .oneOf("unitCode", "p.unit_code", unitCode)
                .oneOf("locationCode", "p.location_code", locationCode)
                .oneOf("state", "p.state", state, STATES)
                .flag("verified", "not p.unverified", verified)
                .box("bbox", "p", bbox);
    }
}
