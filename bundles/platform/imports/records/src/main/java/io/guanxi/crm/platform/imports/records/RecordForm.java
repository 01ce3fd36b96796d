package io.guanxi.crm.platform.imports.records;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import java.util.List;
import java.util.Optional;

/** What a module says of its records, {@code D} being their data and {@code R} the records with all that is told of them. */
public interface RecordForm<D, R> {

    /** What the books keep of it. */
    WrittenRecord<D> record(R after);

    CustomValues custom(D data);

    /**
     * What the history tells.
     *
     * @param before empty where the record was made, archived or brought back
     */
    Change change(Optional<D> before, R after, ChangeKind kind);

    /** What is told of a new record: empty before; of one that was changed or brought back after an undo. */
    List<News> written(Optional<? extends StoredRecord<D>> before, R after);
}
