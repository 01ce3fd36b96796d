package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** The idempotency key can't be one (400). */
final class BadKeyException extends CrmException {

    private static final long serialVersionUID = 1L;
    private static final Text TEXT = new Text(
            "Idempotency-Key takes 1 to 255 visible ASCII characters.", "Idempotency-Key 应为 1 到 255 个可见 ASCII 字符。");

    BadKeyException() {
        super("invalid-key", TEXT, List.of(new FieldError(KeyedRequest.HEADER, "invalid-key", TEXT)));
    }
}
