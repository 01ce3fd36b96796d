package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.records.RecordPlan;
import io.guanxi.crm.transaction.OrderData;
import java.util.Optional;

/** An order to be written: a new one where nothing is there before. */
record OrderPlan(OrderData data, Optional<StoredOrder> before) implements RecordPlan<OrderData> {}
