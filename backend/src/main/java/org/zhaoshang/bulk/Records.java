package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * What an import of one kind asks of it: to read, find, judge and store its records. Made anew for each import, in whose
 * transaction it works, so that it may remember earlier rows. Everything else is the same for all kinds and
 * {@link RecordImport}'s.
 *
 * @param <R> a stored record
 * @param <F> its fields, compared by equals
 */
public interface Records<R, F> {
    /** Looks up what rows name, for many at once, before each is read by itself. @param rows as they were said */
    default void prepare(String unitCode, List<ObjectNode> rows) {}

    /** By the form, strictly; nothing stored is looked at. */
    Reading read(ObjectNode values);

    /**
     * The fields of a new record.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 with every value that can not be stored
     */
    F create(Reading reading, String unitCode);

    /**
     * The fields with a row on them.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 for what can not be stored, 409 for what is not open
     */
    F merge(R record, Reading patch);

    /** Why the record can not be changed at all now; null when it can. */
    @Nullable
    Text closed(R record);

    /** Why a record that the import made can not be deleted any more; null when it can. */
    @Nullable
    Text kept(R record);

    /** The fields as the contract has them. */
    ObjectNode document(F fields);

    F fields(ObjectNode document);

    UUID id(R record);

    long version(R record);

    String code(R record);

    F fieldsOf(R record);

    @Nullable
    String externalId(F fields);

    /** What a row without code or external id is known by within its unit; null while it lacks a part of that. */
    @Nullable
    String key(ObjectNode values);

    /** The words that the row's justifications hold, as a cell would. */
    String words(F fields);

    /**
     * The unit's records that rows may stand for.
     *
     * @param keys as {@link #key} gave them
     * @param hold until the transaction ends, for rows that are to be written
     */
    List<R> matching(String unitCode, Set<String> codes, Set<String> externalIds, Set<String> keys, boolean hold);

    /**
     * Why these fields can not be stored beside the unit's other records; asked for in the order of the file, so that rows
     * are also held against those before them.
     *
     * @param record that they are to be of; null for a new one
     */
    default List<Finding> refused(F fields, @Nullable R record, int row) {
        return List.of();
    }

    /** What the rules say, for many at once. */
    List<List<Finding>> findings(List<Judged<R, F>> lot);

    /** @param record that the fields are to be of; null for a new one */
    record Judged<R, F>(F fields, @Nullable R record) {}

    /** Stores new records with trail and versions, in this order. */
    List<R> created(List<Judged<R, F>> lot, List<List<Finding>> findings, String reason);

    /** Stores the fields of present records with trail and versions, in this order. */
    void revised(List<Judged<R, F>> lot, List<List<Finding>> findings, String action, String reason);

    void deleted(List<R> lot, String reason);

    /** What is counted once for all rows. */
    default void finish() {}
}
