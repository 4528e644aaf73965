package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.units.Units;

/** Forms G and H between JSON and their fields. */
@ApplicationScoped
public class ListingForms {
    private static final Set<String> FIXED = Set.of("unitCode");

    private final RecordForm<PremisesFields> premises;
    private final RecordForm<LandParcelFields> parcels;

    ListingForms(ObjectMapper json, Units units) {
        CodeList codes = (list, code) -> units.isLocation(code);
        this.premises = new RecordForm<>(form(ListingKind.PREMISES), codes, json, PremisesFields.class, "name", FIXED);
        this.parcels =
                new RecordForm<>(form(ListingKind.LAND_PARCEL), codes, json, LandParcelFields.class, "parcelNo", FIXED);
    }

    /** Form G or H, in the order of the paper. */
    public static Form form(ListingKind kind) {
        return kind == ListingKind.PREMISES ? Loaded.PREMISES : Loaded.LAND_PARCEL;
    }

    private static final class Loaded {
        static final Form PREMISES = Form.load("premises");
        static final Form LAND_PARCEL = Form.load("land-parcel");
    }

    /** @param <F> the kind's fields */
    @SuppressWarnings("unchecked")
    public <F extends ListingFields> RecordForm<F> of(ListingKind kind) {
        return (RecordForm<F>) (kind == ListingKind.PREMISES ? premises : parcels);
    }
}
