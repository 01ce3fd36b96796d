package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.modules.Neighbour;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST …/bulk}: the job, which the platform tells more of. */
public final class BulkStart {

    private static final int MOST_IDS = 1000;
    private static final String JOBS = "../../platform/v1/bulk-changes/";

    private final Neighbour<BulkChanges> changes;
    private final String type;

    /** @param type of the records, such as {@code customers} */
    public BulkStart(Neighbour<BulkChanges> changes, String type) {
        this.changes = changes;
        this.type = type;
    }

    /**
     * Queues the job.
     *
     * @param body as it was sent
     * @param patchable type of a record's writable part
     * @param parent the record whose list it is
     * @param matching reads what the body's query matches, some ids at each call, none at the end
     * @throws MalformedRequestException naming what is missing or too much
     */
    public Response answer(
            BulkBody body,
            Class<?> patchable,
            Optional<Long> parent,
            Supplier<Supplier<long[]>> matching,
            UriInfo uri,
            @Nullable String language) {
        BulkAction action = body.action().orElseThrow(() -> required("action"));
        BulkRequest request = new BulkRequest(type, action, patch(body, action, patchable), parent);
        BulkJob job = body.ids().isEmpty()
                ? changes.get().start(request, matching.get(), OptionalLong.of(expected(body)))
                : changes.get().start(request, given(body), OptionalLong.empty());
        return Response.status(Response.Status.ACCEPTED)
                .location(location(uri, job.id()))
                .entity(BulkView.of(job, Language.of(language)))
                .build();
    }

    private static Optional<String> patch(BulkBody body, BulkAction action, Class<?> patchable) {
        JsonNode patch = body.patch();
        boolean given = patch != null && !patch.isNull();
        if (action != BulkAction.PATCH) {
            if (given) {
                throw new MalformedRequestException(
                        "patch",
                        "not-with-action",
                        "Send a patch with the action \"patch\" alone.",
                        "仅操作 patch 可附带修改内容。");
            }
            return Optional.empty();
        }
        if (patch == null || !given || patch.isEmpty()) {
            throw required("patch");
        }
        MergePatch.check(patch, patchable);
        return Optional.of(patch.toString());
    }

    private static int expected(BulkBody body) {
        int expected = body.expected().orElseThrow(() -> required("expected"));
        if (expected < 0) {
            throw new MalformedRequestException(
                    "expected", "out-of-range", "Give a whole number, 0 or more.", "请填写不小于 0 的整数。");
        }
        return expected;
    }

    private static Supplier<long[]> given(BulkBody body) {
        if (body.q().isPresent() || body.filter().isPresent()) {
            throw new MalformedRequestException(
                    "ids", "ids-or-filter", "Send ids, or q and filter, not both.", "请发送 ids，或 q 与 filter，不可同时使用。");
        }
        List<String> ids = body.ids();
        if (ids.size() > MOST_IDS) {
            throw new MalformedRequestException("ids", "too-many", "At most 1000 ids are allowed.", "最多 1000 个编号。");
        }
        long[] all = IntStream.range(0, ids.size())
                .mapToLong(i -> Ids.inField("ids[" + i + "]", ids.get(i)))
                .distinct()
                .toArray();
        Iterator<long[]> batches = List.of(all, new long[0]).iterator();
        return batches::next;
    }

    // relative to the module's own base, whatever stands before both of them
    private static URI location(UriInfo uri, long job) {
        return uri.getBaseUri().resolve(JOBS + Ids.toText(job));
    }

    private static MalformedRequestException required(String field) {
        return new MalformedRequestException(field, "required", "A value is required.", "此项必填。");
    }
}
