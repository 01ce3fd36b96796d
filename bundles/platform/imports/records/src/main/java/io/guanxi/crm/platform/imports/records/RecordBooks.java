package io.guanxi.crm.platform.imports.records;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.ValueChange;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.Snapshot;
import io.guanxi.crm.platform.imports.UndoLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the books beside the records that a target writes: custom values, history, events, and what an undo needs; each in one
 * batch for all of them, in the transaction of the chunk.
 */
public final class RecordBooks<D, R> {

    private final RecordForm<D, R> form;
    private final Snapshot<D> snapshot;
    private final CustomFields custom;
    private final ChangeLog log;
    private final Outbox outbox;

    public RecordBooks(RecordForm<D, R> form, Class<D> data, CustomFields custom, ChangeLog log, Outbox outbox) {
        this.form = form;
        this.snapshot = Snapshot.of(data);
        this.custom = custom;
        this.log = log;
        this.outbox = outbox;
    }

    /** What a record was, from {@link #written}. */
    public D before(String text) {
        return snapshot.read(text);
    }

    /**
     * Enters what was just written.
     *
     * @param written a record for each plan, in their order
     * @param undo {@link UndoLog#NONE} where this is an undo itself
     */
    public void written(Connection connection, List<? extends RecordPlan<D>> plans, List<R> written, UndoLog undo)
            throws SQLException {
        if (written.isEmpty()) {
            return;
        }
        List<ValueChange> values = new ArrayList<>(written.size());
        List<Change> changes = new ArrayList<>(written.size());
        List<News> news = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            R after = written.get(i);
            WrittenRecord<D> record = form.record(after);
            Optional<? extends StoredRecord<D>> before = plans.get(i).before();
            Optional<D> dataBefore = before.map(StoredRecord::data);
            values.add(new ValueChange(
                    record.id(), dataBefore.map(form::custom).orElse(CustomValues.NONE), form.custom(record.data())));
            changes.add(form.change(dataBefore, after, before.isPresent() ? ChangeKind.CHANGED : ChangeKind.CREATED));
            news.addAll(form.written(before, after));
            tell(before, record, undo);
        }
        custom.write(connection, values);
        log.record(changes);
        outbox.publish(news);
    }

    private void tell(Optional<? extends StoredRecord<D>> before, WrittenRecord<D> after, UndoLog undo) {
        if (before.isPresent() && !before.get().undone()) {
            undo.updated(
                    after.id(), after.version(), snapshot.write(before.get().data()));
        } else {
            undo.created(after.id(), after.version());
        }
    }

    /**
     * Enters what an undo has just taken out of the lists.
     *
     * @param news what is told of each
     */
    public void archived(List<R> archived, Function<R, News> news) {
        if (!archived.isEmpty()) {
            log.record(archived.stream()
                    .map(after -> form.change(Optional.empty(), after, ChangeKind.ARCHIVED))
                    .toList());
            outbox.publish(archived.stream().map(news).toList());
        }
    }
}
