package io.guanxi.crm.platform.events;

import io.guanxi.crm.platform.problem.NotFoundException;

/** The subscriber has no dead letter of this sequence: it was replayed or discarded, or never was one. */
public class UnknownDeadLetterException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownDeadLetterException() {
        super("unknown-dead-letter", "There is no such dead letter.", "没有该死信。");
    }
}
