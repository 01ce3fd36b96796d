package io.guanxi.crm.platform.imports;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: a record type that files can be imported into; an OSGi service. */
@ConsumerType
public interface ImportTarget {

    /** Plural name on the wire, such as {@code customers}. */
    String type();

    /** Singular name of what is written, the one that access rules use, such as {@code customer}. */
    default String recordType() {
        return type();
    }

    /** Everything a file may have, in the order the documentation shows. */
    List<ImportColumn> columns();

    /** The column that identifies a record within a file, by which duplicates are found. */
    String keyColumn();

    /** What identifies the record of this row within its file; a row without is never a duplicate. */
    default Optional<String> key(ImportRow row) {
        return row.text(keyColumn());
    }

    /** True where rows with the same key are lines of one record, false where the second one is a mistake. */
    boolean grouped();

    /**
     * Writes the records inside the caller's transaction, in batches. A row that breaks a rule is reported, not thrown;
     * what is thrown rolls the whole chunk back.
     */
    ChunkOutcome write(ImportChunk chunk);

    /**
     * Takes writes back inside the caller's transaction, in batches: what was created is archived or cancelled, what was
     * updated gets its values from before, where the record still has the entry's version.
     *
     * @param entries what {@link ImportChunk#undo} was told of; only targets that tell are asked
     */
    default UndoOutcome undo(List<UndoEntry> entries) {
        throw new UnsupportedOperationException(type() + " can't be undone");
    }

    /** A note for people on the type, such as limits; shown with the list of types. */
    default Optional<String> note() {
        return Optional.empty();
    }
}
