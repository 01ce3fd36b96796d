package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.transaction.OrderData;

/**
 * An order that is there already.
 *
 * @param fulfilled whether it has deliveries or payments
 * @param undone cancelled by the undo of an import: as good as never entered
 */
record StoredOrder(long id, long version, long updatedAt, OrderData data, boolean fulfilled, boolean undone)
        implements StoredRecord<OrderData> {}
