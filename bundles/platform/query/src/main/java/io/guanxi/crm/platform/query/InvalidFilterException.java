package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** A filter or an order that can't be understood; its one error names the parameter and says where the mistake is. */
public class InvalidFilterException extends CrmException {

    private static final long serialVersionUID = 1L;

    InvalidFilterException(FieldError error) {
        super(error.code(), new Text("The request is malformed.", "请求格式有误。"), List.of(error));
    }

    /** A mistake in a filter, {@code column} counted from 1. */
    static InvalidFilterException at(int column, String en, String zh) {
        return new InvalidFilterException(
                FieldError.of("filter", "invalid-filter", "Column " + column + ": " + en, "第 " + column + " 列：" + zh));
    }
}
