package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** The idempotency key belongs to another request: to another address, or with another body (422). */
final class KeyReusedException extends CrmException {

    private static final long serialVersionUID = 1L;
    private static final Text TEXT =
            new Text("This key was used for another request. Choose a fresh one.", "该幂等键已用于其他请求，请换一个新的。");

    KeyReusedException() {
        super("key-reused", TEXT, List.of(new FieldError(KeyedRequest.HEADER, "key-reused", TEXT)));
    }
}
