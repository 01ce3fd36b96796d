package io.guanxi.crm.platform.exports;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: a record type that can be exported; an OSGi service of the module that keeps the records. */
@ConsumerType
public interface ExportSource {

    /** Plural name on the wire, such as {@code customers}; that of the import type too. */
    String type();

    /** The record type's own, then those of custom fields, whose codes begin with {@code custom.}. An export asks once. */
    List<ExportColumn> columns();

    /** @throws io.guanxi.crm.platform.problem.ForbiddenException where the caller may not export */
    void check();

    /** All living records, by id. */
    IdBatches all();

    /**
     * The rows of these records in their order. A record may have several rows; an id that was never issued has none.
     * Values of custom fields stand beside the cells; those of fields that are no columns of the file are passed over.
     *
     * @param ids as many as {@link IdBatches#SIZE}
     */
    List<ExportRow> read(long[] ids);
}
