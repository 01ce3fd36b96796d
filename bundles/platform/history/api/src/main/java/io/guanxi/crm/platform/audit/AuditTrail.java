package io.guanxi.crm.platform.audit;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All changes and acts. They are written without waiting for each other and sealed into a chain of hashes afterwards, whose
 * head is noted outside the database.
 */
@ProviderType
public interface AuditTrail {

    /** What the caller needs the right to read. */
    String TYPE = "audit";

    /** Stores the act in the caller's transaction, or at once where there is none. */
    void record(Act act);

    /** Stores the act within a second or so; a node that dies may lose it. For reads, which must not wait. */
    void note(Act act);

    /** What {@link #list} can be filtered and sorted by. */
    List<Field> fields();

    /** One page by key, in the order of time. */
    Slice<AuditEntry> list(ListQuery query);

    /** The same of what is on its way into a file; wants the right to export. */
    Slice<AuditEntry> export(ListQuery query);

    /** How many there are, the query's position and limit set aside. */
    long count(ListQuery query);

    /** The last seal; empty where nothing is sealed yet. */
    Optional<SealHead> head();

    /** Seals what is not sealed yet, then reads everything and compares it with the chain and the chain with its anchors. */
    Verification verify();

    /**
     * Takes what these fields of the record held out of its history, in the caller's transaction; the chain stays whole and
     * holds that it was done.
     *
     * @param fields as on the wire; none means all
     * @return in how many changes
     */
    int erase(String recordType, long recordId, Set<String> fields);
}
