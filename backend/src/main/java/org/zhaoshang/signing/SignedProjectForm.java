package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Reading;
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

    /**
     * A merge patch (RFC 7396). A stage that only the agreement told goes on with the agreement: who enters one step by step
     * states no stage.
     */
    SignedProjectFields merge(SignedProjectFields present, Reading patch) {
        SignedProjectFields merged = records.merge(present, patch);
        Stage told = Stage.of(merged.agreementKind());
        boolean follows = !patch.values().has("stage")
                && present.stage() == Stage.of(present.agreementKind())
                && told.compareTo(present.stage()) > 0;
        return follows ? merged.at(told, patch.values().has("stageOn") ? merged.stageOn() : null) : merged;
    }

    RecordForm<SignedProjectFields> records() {
        return records;
    }
}
