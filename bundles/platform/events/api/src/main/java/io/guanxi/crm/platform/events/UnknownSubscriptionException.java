package io.guanxi.crm.platform.events;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No subscriber ever had this name. */
public class UnknownSubscriptionException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownSubscriptionException() {
        super("unknown-subscription", "There is no such subscriber.", "没有该订阅者。");
    }
}
