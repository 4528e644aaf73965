package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** The ledger summed: declared, reviewed, recognised and entered side by side, with what lies between them. */
@Path("receipts/summary")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LedgerResource {
    private final ReceiptList list;
    private final Units units;
    private final CurrentCaller current;

    LedgerResource(ReceiptList list, Units units, CurrentCaller current) {
        this.list = list;
        this.units = units;
        this.current = current;
    }

    /** @param unenteredYuan declared and not in the region's system (V15) */
    @Schema(name = "LedgerRow")
    record Row(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) FundSums sums,

            @Schema(required = true, description = "申报数 − 系统录入数")
            BigDecimal unenteredYuan,

            @Schema(required = true, description = "审核数 − 认定数")
            BigDecimal unrecognisedYuan,

            @Schema(required = true, description = "The receipts that it sums")
            String href) {}

    @Schema(name = "LedgerSummary", description = "The ledger by unit, in the official order of the units.")
    record Summary(
            @Schema(required = true) List<Row> items,
            @Schema(required = true) FundSums total) {}

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(
            summary = "Sums the ledger by unit under the same conditions as the list",
            description = "Side by side and never over one another (V14): whoever sees one unit has one row.")
    @APIResponse(responseCode = "200", description = "Units without any receipt have a row of noughts")
    public Summary getLedgerSummary(@BeanParam @Valid ReceiptFilter filter) {
        RowScope scope = current.scope();
        Map<String, FundSums> sums = list.sumsBy("r.unit_code", filter, scope);
        List<Row> rows = units.reporting().stream()
                .filter(unit -> scope.seesOtherUnits() || unit.code().equals(scope.unitCode()))
                .filter(unit -> filter.unitCode == null
                        || filter.unitCode.isBlank()
                        || List.of(filter.unitCode.split(",")).contains(unit.code()))
                .map(unit -> row(unit, sums, filter))
                .toList();
        return new Summary(rows, list.sums(filter, scope));
    }

    private static Row row(Unit unit, Map<String, FundSums> all, ReceiptFilter filter) {
        FundSums sums = Objects.requireNonNullElse(all.get(unit.code()), FundSums.NONE);
        return new Row(
                unit.code(),
                unit.name(),
                sums,
                PlainNumber.of(sums.declaredYuan().subtract(sums.enteredYuan())),
                PlainNumber.of(sums.reviewedYuan().subtract(sums.recognisedYuan())),
                "/api/v1/receipts?" + query(unit, filter));
    }

    private static String query(Unit unit, ReceiptFilter filter) {
        return Stream.concat(
                        Stream.of("unitCode=" + unit.code()),
                        filter.given().entrySet().stream()
                                .filter(one -> !one.getKey().equals("unitCode")
                                        && !one.getKey().equals("sort"))
                                .map(one -> one.getKey() + "="
                                        + java.net.URLEncoder.encode(
                                                one.getValue(), java.nio.charset.StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
