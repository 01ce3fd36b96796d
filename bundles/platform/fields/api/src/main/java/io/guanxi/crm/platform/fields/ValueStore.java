package io.guanxi.crm.platform.fields;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: where the custom values of a record type lie, an OSGi service of the module that keeps the records. Only
 * a type that has one takes custom fields. All calls join the caller's transaction.
 */
@ConsumerType
public interface ValueStore {

    /** The code of the {@link RecordType}. */
    String recordType();

    /** Which of these ids belong to records. */
    Set<Long> existing(Collection<Long> ids);

    /** Number of records that have no value in the field; archived ones count. */
    long lacking(long field);

    /** Number of records whose value is longer than the text or outside of the range that the rules allow. */
    long breaking(CustomField field);

    /** Some values that more than one record has, at most {@code limit}, as text. */
    List<String> shared(CustomField field, int limit);

    /** Keeps the values of the field unique from now on; there are at most {@code limit} of them, else none is touched. */
    boolean claim(CustomField field, int limit);

    /** Two records may have the same value again. */
    void release(long field);

    /**
     * Brings the field's values of the next records into the index.
     *
     * @param after id of the last record done
     * @param values how many are looked at, those of other fields included
     * @return id of the last record done now; {@code after} where there is no other
     */
    long index(CustomField field, long after, int values);

    /** Takes the field's values out of the index. */
    void unindex(long field);
}
