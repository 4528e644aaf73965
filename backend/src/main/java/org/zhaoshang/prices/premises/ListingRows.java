package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.zhaoshang.bulk.RecordSheet;
import org.zhaoshang.units.Units;

/** Premises and parcels as rows of their sheets, as an upload reads them. */
@ApplicationScoped
class ListingRows {
    private static final RecordSheet PREMISES = sheet(ListingKind.PREMISES);
    private static final RecordSheet LAND_PARCEL = sheet(ListingKind.LAND_PARCEL);

    private final ListingForms forms;
    private final Units units;

    ListingRows(ListingForms forms, Units units) {
        this.forms = forms;
        this.units = units;
    }

    static RecordSheet of(ListingKind kind) {
        return kind == ListingKind.PREMISES ? PREMISES : LAND_PARCEL;
    }

    private static RecordSheet sheet(ListingKind kind) {
        return new RecordSheet(
                kind.title(),
                ListingForms.form(kind),
                Set.of("通用", "载体", "发布"),
                List.of(
                        "id",
                        "version",
                        "state",
                        "publiclyListed",
                        "changedSince",
                        "verifiedOn",
                        "verifiedUntil",
                        "unverifiedSince",
                        "takenBy",
                        "takenOn",
                        "blocking",
                        "explaining",
                        "occupiedAreaSqm",
                        "utilisationPct",
                        "computedAreaMu",
                        "startPriceWanPerMu",
                        "investmentIntensityWanPerMu",
                        "updatedAt",
                        "updatedBy",
                        "example"));
    }

    ObjectNode row(String code, ListingFields fields) {
        ListingKind kind = ListingRules.kindOf(fields);
        return of(kind).row(
                        code,
                        forms.of(kind).document(fields).put("unitCode", units.nameOf(fields.unitCode())),
                        fields.justifications());
    }
}
