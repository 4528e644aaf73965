package org.zhaoshang.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** ISO 4217 codes of the money in which agreements are made. */
@Schema(name = "AgreementCurrency")
public enum Currency {
    CNY,
    USD,
    EUR,
    HKD,
    JPY,
    GBP,
    KRW,
    SGD,
    AUD,
    CAD,
    CHF,
    RUB,
    TWD,
    MOP
}
