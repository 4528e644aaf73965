package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Forms B and C between JSON and {@link SignedProjectFields}. */
@ApplicationScoped
class SignedProjectForm {
    static final Form FORM = Form.load("signed-project");

    private final RecordForm<SignedProjectFields> records;

    SignedProjectForm(ObjectMapper json, Units units, Industries industries, SigningEvents events) {
        this.records = new RecordForm<>(
                FORM,
                (list, code) -> switch (list) {
                    case "locations" -> units.isLocation(code);
                    case "industries" -> industries.byCode(code).isPresent();
                    case "events" -> events.exists(code);
                    default -> throw new IllegalArgumentException(list);
                },
                json,
                SignedProjectFields.class,
                "name",
                Set.of("unitCode"));
    }

    RecordForm<SignedProjectFields> records() {
        return records;
    }
}
