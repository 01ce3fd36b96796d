package io.guanxi.crm.platform.history.service;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change with its fields, or an act, as it is sealed.
 *
 * @param at milliseconds since 1970
 * @param values everything it says, in an order of their own, null where it says nothing
 */
record Entry(
        Source source,
        long id,
        long at,
        String kind,
        Optional<String> recordType,
        Optional<Long> recordId,
        List<@Nullable String> values) {

    /** The same with what a field held before and holds since. */
    void add(int ordinal, String field, @Nullable String before, @Nullable String after) {
        values.add(Integer.toString(ordinal));
        values.add(field);
        values.add(before);
        values.add(after);
    }

    String digest(String salt, Digester digester) {
        digester.add(salt).add(source.code()).add(id);
        values.forEach(digester::add);
        return digester.end();
    }
}
