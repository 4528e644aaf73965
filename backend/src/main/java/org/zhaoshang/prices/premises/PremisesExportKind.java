package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;

/** The list of premises as a file. */
@Singleton
class PremisesExportKind extends ListingExportKind {
    private final PremisesList list;

    PremisesExportKind(
            PremisesList list, ListingLines lines, ListingRows rows, ListingCodeNames codes, ObjectMapper json) {
        super(ListingKind.PREMISES, lines, rows, codes, json);
        this.list = list;
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        PremisesFilter asked = read(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(read(filter), scope);
    }

    private static PremisesFilter read(Map<String, String> filter) {
        PremisesFilter asked = new PremisesFilter();
        asked.take(filter);
        return asked;
    }
}
