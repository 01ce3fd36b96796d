package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkStep;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.UndoEntry;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of many records by way of a module's own service for one: rules, history and events are the same.
 *
 * @param <R> the record as the service knows it
 * @param <B> its writable part on the wire
 */
public abstract class RecordBulk<R, B> implements BulkTarget {

    private final String type;
    private final String recordType;
    private final Class<B> body;
    private final Set<BulkAction> actions;

    protected RecordBulk(String type, String recordType, Class<B> body, Set<BulkAction> actions) {
        this.type = type;
        this.recordType = recordType;
        this.body = body;
        this.actions = Set.copyOf(actions);
    }

    /** @throws io.guanxi.crm.platform.problem.NotFoundException where there is no such record */
    protected abstract R find(BulkRequest request, long id);

    protected abstract long version(R bulkRecord);

    protected abstract B body(R bulkRecord);

    protected abstract R change(R before, B wanted);

    /** Anything but a patch, and nothing that this type can not do. */
    protected abstract R act(R before, BulkAction action);

    /** What takes an action back; empty where nothing does. */
    private static Optional<BulkAction> opposite(BulkAction action) {
        return switch (action) {
            case ARCHIVE -> Optional.of(BulkAction.RESTORE);
            case RESTORE -> Optional.of(BulkAction.ARCHIVE);
            case PATCH, CONFIRM, CANCEL -> Optional.empty();
        };
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String recordType() {
        return recordType;
    }

    @Override
    public Set<BulkAction> actions() {
        return actions;
    }

    @Override
    public BulkStep apply(BulkRequest request, long id) {
        R before = find(request, id);
        BulkAction action = request.action();
        if (action == BulkAction.PATCH) {
            B was = body(before);
            B wanted = MergePatch.apply(was, Json.parse(request.patch().orElse("{}"), body), body);
            return step(
                    before, change(before, wanted), Optional.of(Json.tree(was).toString()));
        }
        return step(before, act(before, action), opposite(action).map(Enum::name));
    }

    private BulkStep step(R before, R after, Optional<String> wayBack) {
        return new BulkStep(version(before) != version(after), version(after), wayBack);
    }

    @Override
    public long version(BulkRequest request, long id) {
        return version(find(request, id));
    }

    @Override
    public void undo(BulkRequest request, UndoEntry entry) {
        R now = find(request, entry.record());
        String before = entry.before().orElseThrow();
        if (request.action() == BulkAction.PATCH) {
            change(now, Json.read(Json.parse(before, body), body));
        } else {
            act(now, BulkAction.valueOf(before));
        }
    }
}
