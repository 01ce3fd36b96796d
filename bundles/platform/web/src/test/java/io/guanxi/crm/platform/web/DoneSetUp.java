package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.security.SetUp;
import io.guanxi.crm.platform.security.User;
import java.nio.file.Path;

/** There are users. */
final class DoneSetUp implements SetUp {

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public Path tokenFile() {
        return Path.of("setup-token");
    }

    @Override
    public User makeAdministrator(String token, String name, String password) {
        throw new ConflictException("already-set-up", "There are users already.", "已有用户。");
    }
}
