package io.guanxi.crm.transaction;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No order has this id. */
public class UnknownOrderException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownOrderException(OrderId id) {
        super("unknown-order", "There is no order " + id + ".", "订单 " + id + " 不存在。");
    }
}
