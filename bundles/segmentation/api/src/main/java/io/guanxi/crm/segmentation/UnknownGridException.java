package io.guanxi.crm.segmentation;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No grid has this name. */
public class UnknownGridException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownGridException(String name) {
        super("unknown-grid", "There is no RFM grid " + name + ".", "RFM 网格 " + name + " 不存在。");
    }
}
