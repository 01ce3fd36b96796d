package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Caller;
import java.util.Optional;

/** Leaves in the audit trail who came, who went and who was turned away; nobody comes in unseen. */
final class SignInTrail implements AutoCloseable {

    private final Optional<Neighbour<AuditTrail>> trail;

    SignInTrail(Neighbour<AuditTrail> trail) {
        this.trail = Optional.of(trail);
    }

    private SignInTrail() {
        this.trail = Optional.empty();
    }

    /** Where there is no trail: plain Java. */
    static SignInTrail none() {
        return new SignInTrail();
    }

    void signedIn(Caller caller) {
        record(ActKind.SIGNED_IN, caller.name());
    }

    void signedOut(Caller caller) {
        record(ActKind.SIGNED_OUT, caller.name());
    }

    /** @param name that was given; whose it is, or whether anybody's, isn't known */
    void refused(String name) {
        record(ActKind.SIGN_IN_REFUSED, name);
    }

    private void record(ActKind kind, String name) {
        trail.ifPresent(all -> all.get().record(Act.of(kind).by(name)));
    }

    @Override
    public void close() {
        trail.ifPresent(Neighbour::close);
    }
}
