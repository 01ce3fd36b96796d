package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Optional;

/** Whose jobs the caller may see: administrators everybody's, others their own. */
final class Owner {

    private Owner() {}

    /** Empty for everybody's. */
    static Optional<String> ofJobs() {
        Caller caller = Callers.require();
        return caller.isAdministrator() ? Optional.empty() : Optional.of(caller.name());
    }

    /** True where the caller may see this one's jobs. */
    static boolean mayBe(String name) {
        return ofJobs().map(name::equals).orElse(true);
    }
}
