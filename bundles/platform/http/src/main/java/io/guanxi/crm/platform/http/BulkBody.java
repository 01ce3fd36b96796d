package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.query.ListQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do to many records of a list.
 *
 * @param ids these records; or else all that {@code q} and {@code filter} match
 * @param patch a JSON merge patch; with {@code patch} alone
 * @param expected how many records the caller has seen to match; where there are more, nothing is changed
 */
public record BulkBody(
        Optional<BulkAction> action,
        List<String> ids,
        Optional<String> q,
        Optional<String> filter,
        Optional<String> tz,
        @Nullable JsonNode patch,
        Optional<Integer> expected) {

    /** Understands {@code q}, {@code filter} and {@code tz} as a list does; by id. */
    public ListQuery query(List<Field> known, Clock clock) {
        return ListParameters.of(q.orElse(null), filter.orElse(null), tz.orElse(null))
                .everything(known, clock);
    }
}
