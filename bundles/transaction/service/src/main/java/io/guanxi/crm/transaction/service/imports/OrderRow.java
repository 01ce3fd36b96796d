package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** A row, read: one line, and what the row says of its order. */
record OrderRow(
        ImportRow row,
        Optional<String> externalId,
        Optional<String> customer,
        Optional<Instant> orderedAt,
        Optional<Currency> currency,
        Optional<OrderStatus> status,
        OrderLine line) {}
