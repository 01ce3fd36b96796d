package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.audit.SealHead;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Remembers acts. */
final class Trail implements AuditTrail {

    final List<Act> acts = new ArrayList<>();

    @Override
    public void record(Act act) {
        acts.add(act);
    }

    @Override
    public void note(Act act) {
        acts.add(act);
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Slice<AuditEntry> list(ListQuery query) {
        return new Slice<>(List.of(), Optional.empty());
    }

    @Override
    public Slice<AuditEntry> export(ListQuery query) {
        return list(query);
    }

    @Override
    public long count(ListQuery query) {
        return 0;
    }

    @Override
    public Optional<SealHead> head() {
        return Optional.empty();
    }

    @Override
    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int erase(String recordType, long recordId, Set<String> fields) {
        return 0;
    }
}
