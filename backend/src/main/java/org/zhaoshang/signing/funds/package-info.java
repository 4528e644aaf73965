/** Funds in place (到位资金): the ledger of receipts, what is reviewed and recognised of them, and what counts. */
@NullMarked
package org.zhaoshang.signing.funds;

import org.jspecify.annotations.NullMarked;
