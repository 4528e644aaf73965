package org.zhaoshang.prices.premises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;

/** What a unit says of premises or a parcel: its form, and nothing the product adds. */
public sealed interface ListingFields permits PremisesFields, LandParcelFields {
    @Nullable
    String externalId();

    String unitCode();

    @Nullable
    String locationCode();

    /** What people call it: the name of premises, the number of a parcel. */
    String title();

    List<Justification> justifications();

    /** Every text that people write and that the public sees, by the names of its fields. */
    Map<String, @Nullable String> publicTexts();

    /** What it is found by beside the public texts. */
    Map<String, @Nullable String> privateTexts();
}
