package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.persistence.Transactions;
import java.util.Optional;

/** Fills the index of a field that had none, some records at a time; others can write in between. */
final class IndexFilling {

    private static final int AT_ONCE = 5000;

    private final FieldTable table;
    private final DefinitionsLock lock;
    private final Stores stores;
    private final Transactions transactions;

    IndexFilling(FieldTable table, DefinitionsLock lock, Stores stores, Transactions transactions) {
        this.table = table;
        this.lock = lock;
        this.stores = stores;
        this.transactions = transactions;
    }

    /** Goes on with the next records; false where the field's index is full, or its module away. */
    boolean step(long id) {
        return transactions.callAlone(() -> {
            lock.exclude();
            Optional<CustomField> field = table.all().stream()
                    .filter(f -> f.id() == id && f.indexing())
                    .findFirst();
            Optional<ValueStore> store = field.flatMap(f -> stores.store(f.recordType()));
            return store.isPresent() && step(field.get(), store.get());
        });
    }

    private boolean step(CustomField field, ValueStore store) {
        long done = table.indexedTo(field.id());
        long next = store.index(field, done, AT_ONCE);
        if (next > done) {
            table.setIndexedTo(field.id(), next);
            return true;
        }
        table.update(new CustomField(
                field.id(),
                field.version(),
                field.recordType(),
                field.field(),
                true,
                false,
                field.ordinal(),
                field.standard(),
                field.retired()));
        lock.raise();
        return false;
    }
}
