package io.guanxi.crm.platform.problem;

/** Somebody else changed the record since the caller read it. */
public class StaleVersionException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException() {
        super(
                "stale-version",
                "The record was changed by somebody else. Read it again before you change it.",
                "该记录已被他人修改，请重新读取后再修改。");
    }
}
