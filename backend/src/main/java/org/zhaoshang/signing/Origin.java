package org.zhaoshang.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where money comes from: 区外, 区内市外, 市内, 境外. Assessed is what comes from outside the region. */
@Schema(name = "FundsOrigin")
public enum Origin {
    OUTSIDE_REGION,
    IN_REGION,
    IN_CITY,
    OVERSEAS
}
