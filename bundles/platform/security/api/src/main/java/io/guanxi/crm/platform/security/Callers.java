package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.NotSignedInException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The caller of the current thread. */
public final class Callers {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private Callers() {}

    public static Optional<Caller> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @throws NotSignedInException where the thread works for nobody */
    public static Caller require() {
        return current().orElseThrow(NotSignedInException::new);
    }

    /** Does the work in the caller's name; who was there before is there again afterwards. */
    public static <T> T callAs(Caller caller, Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.get();
        } finally {
            bind(before);
        }
    }

    /** Like {@link #callAs} without a result. */
    public static void runAs(Caller caller, Runnable work) {
        callAs(caller, () -> {
            work.run();
            return 0;
        });
    }

    /** Binds the caller to the thread until {@link #bind} is called with null; for filters, which can't wrap checked exceptions. */
    public static void bind(@Nullable Caller caller) {
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
    }
}
