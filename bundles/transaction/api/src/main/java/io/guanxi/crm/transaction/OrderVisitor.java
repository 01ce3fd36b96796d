package io.guanxi.crm.transaction;

/** Takes orders as plain values, for columns: nothing is allocated per row. */
@FunctionalInterface
public interface OrderVisitor {

    /**
     * @param orderedAt milliseconds since 1970 UTC
     * @param amount total in ten-thousandths of the currency
     * @param currency ISO 4217 code, the same String object for the same code
     */
    void visit(long order, long customer, long orderedAt, long amount, String currency);
}
