package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** The request can't be understood (400); names the field or parameter where there is one. */
public class MalformedRequestException extends CrmException {

    private static final long serialVersionUID = 1L;

    public MalformedRequestException(String code, String en, String zh) {
        super(code, en, zh);
    }

    public MalformedRequestException(FieldError error) {
        super(error.code(), new Text("The request is malformed.", "请求格式有误。"), List.of(error));
    }

    public MalformedRequestException(String field, String code, String en, String zh) {
        this(FieldError.of(field, code, en, zh));
    }
}
