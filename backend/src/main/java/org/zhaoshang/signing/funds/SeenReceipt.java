package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;

/** A change of one receipt over HTTP: of the version its caller has seen, answered with the receipt as it then is. */
@ApplicationScoped
class SeenReceipt {
    private final FundReceipts receipts;
    private final ReceiptViews views;
    private final CurrentCaller current;

    SeenReceipt(FundReceipts receipts, ReceiptViews views, CurrentCaller current) {
        this.receipts = receipts;
        this.views = views;
        this.current = current;
    }

    /** @throws Problem 404 for what the caller does not see, 428 without the header, 412 when it names another version */
    FundReceipt unchanged(UUID id, @Nullable String ifMatch) {
        FundReceipt receipt = receipts.seen(id, current.scope());
        Revision.require(ifMatch, receipt.version(), () -> views.of(receipt));
        return receipt;
    }

    /** @param change refuses by a {@link Problem}; two at once are told apart by the version, the later one is 412 */
    RestResponse<ReceiptView> change(UUID id, @Nullable String ifMatch, BiConsumer<Caller, FundReceipt> change) {
        FundReceipt receipt = unchanged(id, ifMatch);
        change.accept(current.get(), receipt);
        return views.answer(receipt);
    }
}
