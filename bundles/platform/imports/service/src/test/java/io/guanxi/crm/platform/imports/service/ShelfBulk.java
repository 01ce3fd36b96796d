package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkStep;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Callers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Writes labels onto things of a shelf. A thing with the label "stuck" refuses; its version is the length of its label. */
final class ShelfBulk implements BulkTarget {

    private final Jdbc jdbc;
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private volatile LongConsumer before = id -> {};

    ShelfBulk(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Called before each record is touched, by an undo too. */
    void before(LongConsumer action) {
        before = action;
    }

    List<String> callers() {
        return callers;
    }

    @Override
    public String type() {
        return "things";
    }

    @Override
    public String recordType() {
        return "thing";
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.of(BulkAction.PATCH, BulkAction.CONFIRM);
    }

    @Override
    public BulkStep apply(BulkRequest request, long id) {
        before.accept(id);
        callers.add(Callers.require().name());
        String now = label(id);
        if (now.equals("stuck")) {
            throw new InvalidValueException("label", "stuck", "It is stuck.", "无法修改。");
        }
        String wanted = request.patch().orElse("confirmed");
        write(id, wanted);
        boolean undoable = request.action() == BulkAction.PATCH;
        return new BulkStep(
                !now.equals(wanted), wanted.length(), Optional.of(now).filter(text -> undoable));
    }

    @Override
    public long version(BulkRequest request, long id) {
        return label(id).length();
    }

    @Override
    public void undo(BulkRequest request, UndoEntry entry) {
        before.accept(entry.record());
        String label = entry.before().orElseThrow();
        if (label.equals("lost")) {
            throw new InvalidValueException("label", "lost", "There is no way back.", "无法撤销。");
        }
        write(entry.record(), label);
    }

    private String label(long id) {
        return jdbc.first(
                        "SELECT LABEL FROM CRM_SHELF WHERE RECORD = ?", s -> s.setLong(1, id), row -> row.getString(1))
                .orElseThrow(() -> new NotFoundException("unknown-thing", "There is no such thing.", "没有该物品。"));
    }

    private void write(long id, String label) {
        jdbc.update("UPDATE CRM_SHELF SET LABEL = ? WHERE RECORD = ?", s -> {
            s.setString(1, label);
            s.setLong(2, id);
        });
    }
}
