package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhaoshang.shared.seed.DataFile;

/**
 * What a unit's samples have in common, from {@code data/demonstration-offices.csv}: all of it made up. The telephone numbers
 * begin with a zero after the area code, so nobody has them.
 */
record SampleOffice(NamedCsvRecord row) {
    static Map<String, SampleOffice> byUnit() {
        return DataFile.rows("demonstration-offices.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("unit_code"), SampleOffice::new));
    }

    /** Whose meeting the appraisals were. */
    String appraisedBy() {
        return row.getField("appraised_by");
    }

    void fill(ObjectNode body) {
        put(body, "locationCode", "location_code");
        put(body, "parkName", "park_name");
        put(body, "address", "address");
        put(body, "contactOffice", "office");
        put(body, "contactPhone", "phone");
        body.put("longitude", new BigDecimal(row.getField("longitude")));
        body.put("latitude", new BigDecimal(row.getField("latitude")));
    }

    private void put(ObjectNode body, String name, String column) {
        String value = DataFile.optional(row, column);
        if (value != null) {
            body.put(name, value);
        }
    }
}
