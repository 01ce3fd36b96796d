package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.CrmException;

/** The body is of a type or encoding that is not read here (415). */
public class UnsupportedBodyException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnsupportedBodyException() {
        super(
                "unsupported-body",
                "Send JSON in UTF-8 with Content-Type: application/json.",
                "请以 UTF-8 编码的 JSON 发送，并设置 Content-Type: application/json。");
    }
}
