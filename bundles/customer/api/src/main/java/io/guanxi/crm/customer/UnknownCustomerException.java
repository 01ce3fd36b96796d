package io.guanxi.crm.customer;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No customer has this id. */
public class UnknownCustomerException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownCustomerException(CustomerId id) {
        super("unknown-customer", "There is no customer " + id + ".", "客户 " + id + " 不存在。");
    }
}
