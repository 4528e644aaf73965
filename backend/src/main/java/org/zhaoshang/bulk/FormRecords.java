package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;

/** Records whose fields are those of a form: reading and naming them is the same for all; finding and storing is theirs. */
public abstract class FormRecords<R extends StoredRow<F>, F extends RowFields> implements Records<R, F> {
    private final RecordForm<F> form;

    protected FormRecords(RecordForm<F> form) {
        this.form = form;
    }

    @Override
    public Reading read(ObjectNode values) {
        return form.read(values);
    }

    @Override
    public F create(Reading reading, String unitCode) {
        return form.create(reading, unitCode);
    }

    @Override
    public F merge(R record, Reading patch) {
        return form.merge(record.fields(), patch);
    }

    @Override
    public ObjectNode document(F fields) {
        return form.document(fields);
    }

    @Override
    public F fields(ObjectNode document) {
        return form.fields(document);
    }

    @Override
    public UUID id(R record) {
        return record.id();
    }

    @Override
    public long version(R record) {
        return record.version();
    }

    @Override
    public String code(R record) {
        return record.code();
    }

    @Override
    public F fieldsOf(R record) {
        return record.fields();
    }

    @Override
    public @Nullable String externalId(F fields) {
        return fields.externalId();
    }

    @Override
    public String words(F fields) {
        return JustificationText.write(fields.justifications());
    }
}
