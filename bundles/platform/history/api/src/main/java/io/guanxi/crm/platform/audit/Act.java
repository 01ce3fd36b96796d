package io.guanxi.crm.platform.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that somebody did.
 *
 * @param by name of who did it; empty for the caller of the thread
 * @param detail what else is known of it; values as {@link io.guanxi.crm.platform.history.WireJson} writes them
 */
public record Act(
        ActKind kind,
        Optional<String> by,
        Optional<String> recordType,
        Optional<Long> recordId,
        Map<String, Object> detail) {

    public Act {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** Done by the caller, to nothing in particular. */
    public static Act of(ActKind kind) {
        return new Act(kind, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The same by this one. */
    public Act by(String name) {
        return new Act(kind, Optional.of(name), recordType, recordId, detail);
    }

    /** The same with records of this type. */
    public Act on(String type) {
        return new Act(kind, by, Optional.of(type), recordId, detail);
    }

    /** The same with this record. */
    public Act on(String type, long id) {
        return new Act(kind, by, Optional.of(type), Optional.of(id), detail);
    }

    /** The same with one thing more to know. */
    public Act telling(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new Act(kind, by, recordType, recordId, more);
    }
}
