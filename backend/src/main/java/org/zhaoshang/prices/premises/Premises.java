package org.zhaoshang.prices.premises;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** Idle premises (闲置厂房): a factory, a building or a yard that waits for a project. */
@Entity
@Table(name = "premises")
class Premises extends Listing {
    @Embedded
    private PremisesFields fields;

    @Embedded
    private ListingKeys keys;

    /** What the words on its cranes say, for those who look for a load. */
    private @Nullable BigDecimal craneTon;

    @SuppressWarnings("NullAway.Init")
    protected Premises() {}

    @SuppressWarnings("NullAway.Init")
    Premises(String code, PremisesFields fields, boolean example, LocalDate verifiedUntil, Caller by, Instant at) {
        super(ListingKind.PREMISES, code, example, verifiedUntil, by, at);
        take(fields);
    }

    @Override
    ListingKind kind() {
        return ListingKind.PREMISES;
    }

    @Override
    PremisesFields fields() {
        return fields;
    }

    @Override
    ListingKeys keys() {
        return keys;
    }

    @Override
    final void take(ListingFields to) {
        this.fields = (PremisesFields) to;
        this.keys = ListingKeys.of(code(), to);
        this.craneTon = fields.craneTon();
    }

    /** The largest load of its cranes, in tons. */
    Optional<BigDecimal> craneTon() {
        return Optional.ofNullable(craneTon);
    }
}
