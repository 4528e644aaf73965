package org.zhaoshang.prices.premises;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.zhaoshang.shared.caller.Caller;

/** A parcel of land on offer (土地载体). */
@Entity
@Table(name = "land_parcels")
class LandParcel extends Listing {
    @Embedded
    private LandParcelFields fields;

    @Embedded
    private ListingKeys keys;

    @SuppressWarnings("NullAway.Init")
    protected LandParcel() {}

    @SuppressWarnings("NullAway.Init")
    LandParcel(String code, LandParcelFields fields, boolean example, LocalDate verifiedUntil, Caller by, Instant at) {
        super(ListingKind.LAND_PARCEL, code, example, verifiedUntil, by, at);
        take(fields);
    }

    @Override
    ListingKind kind() {
        return ListingKind.LAND_PARCEL;
    }

    @Override
    LandParcelFields fields() {
        return fields;
    }

    @Override
    ListingKeys keys() {
        return keys;
    }

    @Override
    final void take(ListingFields to) {
        this.fields = (LandParcelFields) to;
        this.keys = ListingKeys.of(code(), to);
    }
}
