package io.guanxi.crm.platform.imports;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: a record type many of whose records can be changed at once; an OSGi service. */
@ConsumerType
public interface BulkTarget {

    /** Plural name on the wire, such as {@code customers}. */
    String type();

    /** The type's name where access is asked for, such as {@code customer}. */
    String recordType();

    /** What it can do. */
    Set<BulkAction> actions();

    /**
     * Changes one record inside the caller's transaction, by the rules for a single one: history and events come with it.
     *
     * @throws io.guanxi.crm.platform.problem.CrmException where a rule forbids it; the record is then rejected
     */
    BulkStep apply(BulkRequest request, long id);

    /** The record's version now. */
    long version(BulkRequest request, long id);

    /** Takes {@link #apply} back inside the caller's transaction; the record has the entry's version. */
    void undo(BulkRequest request, UndoEntry entry);
}
