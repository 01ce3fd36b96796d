package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.CrmException;

/** The body is longer than is accepted (413). */
public class TooLargeException extends CrmException {

    private static final long serialVersionUID = 1L;

    public TooLargeException(long limit) {
        super("too-large", "The body is longer than " + limit + " bytes.", "请求内容超过 " + limit + " 字节。");
    }
}
