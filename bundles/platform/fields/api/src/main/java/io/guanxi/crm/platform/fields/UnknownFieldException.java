package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No custom field has this id. */
public class UnknownFieldException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownFieldException(long id) {
        super("unknown-field", "There is no custom field " + id + ".", "自定义字段 " + id + " 不存在。");
    }
}
