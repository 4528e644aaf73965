package org.zhaoshang.signing.funds;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what form money comes (资金形式). */
@Schema(name = "ReceiptForm")
enum FundForm {
    CASH,
    EQUIPMENT,
    INTANGIBLE,
    OTHER
}
