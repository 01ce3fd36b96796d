package io.guanxi.crm.customer;

import io.guanxi.crm.platform.problem.NotFoundException;

/** The customer has no person with this id. */
public class UnknownPersonException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownPersonException(PersonId id) {
        super("unknown-person", "There is no person " + id + ".", "联系人 " + id + " 不存在。");
    }
}
