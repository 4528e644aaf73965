package org.zhaoshang.signing.funds;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What money is for (资金用途); working capital is told apart, since whether it counts is a setting (V17). */
@Schema(name = "ReceiptUse")
enum FundUse {
    LAND,
    CONSTRUCTION,
    EQUIPMENT,
    WORKING_CAPITAL,
    OTHER
}
