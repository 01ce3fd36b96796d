package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;

/** Lets every caller do everything, but wants one. */
public final class OpenAccess implements Access {

    @Override
    public void require(Action action, String recordType) {
        Callers.require();
    }
}
