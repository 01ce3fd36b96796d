package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditCheck.State;
import io.guanxi.crm.platform.audit.AuditChecks;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.SealHead;
import io.guanxi.crm.platform.audit.Verification;
import java.util.List;
import java.util.Optional;

/** One that was interrupted, one that is done, and one that runs until it is cancelled. */
final class FixedChecks implements AuditChecks {

    private boolean cancelled;

    private List<AuditCheck> all() {
        return List.of(
                check(3, cancelled ? State.CANCELLED : State.RUNNING, 0.5, Optional.empty(), Optional.empty()),
                check(2, State.DONE, 1, Optional.of(result()), Optional.empty()),
                check(1, State.FAILED, 0.25, Optional.empty(), Optional.of("interrupted")));
    }

    private static AuditCheck check(
            long id, State state, double progress, Optional<Verification> result, Optional<String> error) {
        return new AuditCheck(
                id,
                state,
                Platform.AT,
                "ada",
                progress,
                state.isOver() ? Optional.of(Platform.AT) : Optional.empty(),
                result,
                error);
    }

    private static Verification result() {
        return new Verification(
                Platform.AT,
                17,
                3,
                2,
                0,
                0,
                Optional.of(new SealHead(3, 17, Platform.AT, "h")),
                List.of(Finding.ofSeal(Finding.Kind.CUT, 4)),
                1);
    }

    @Override
    public AuditCheck start() {
        return all().get(0);
    }

    @Override
    public Optional<AuditCheck> find(long id) {
        return all().stream().filter(check -> check.id() == id).findFirst();
    }

    @Override
    public List<AuditCheck> list(Optional<Long> before, int limit) {
        return all().stream()
                .filter(check -> before.isEmpty() || check.id() < before.get())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean cancel(long id) {
        cancelled |= id == 3;
        return id == 3;
    }
}
