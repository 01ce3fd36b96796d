package io.guanxi.crm.contact;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No interaction has this id. */
public class UnknownInteractionException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownInteractionException(InteractionId id) {
        super("unknown-interaction", "There is no interaction " + id + ".", "联系记录 " + id + " 不存在。");
    }
}
