package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.NotFoundException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Record ids, which are numbers in the database and text on the wire. */
public final class Ids {

    private Ids() {}

    /**
     *
     * An id out of a path.
     *
     *
     *
     * @throws NotFoundException where no record can have it
     *
     */
    public static long inPath(String id) {
        return parse(id).orElseThrow(() -> new NotFoundException("not-found", "There is no such record.", "没有这条记录。"));
    }

    /**
     *
     * An id out of a body or a parameter.
     *
     *
     *
     * @throws MalformedRequestException naming the field
     *
     */
    public static long inField(String field, String id) {
        return parse(id)
                .orElseThrow(
                        () -> new MalformedRequestException(field, "invalid-id", "This is not an id.", "这不是有效的标识。"));
    }

    /** Like {@link #inField} where the id may be missing. */
    public static OptionalLong optional(String field, @Nullable String id) {
        Optional<String> text = Params.text(field, id);
        return text.isPresent() ? OptionalLong.of(inField(field, text.get())) : OptionalLong.empty();
    }

    public static String toText(long id) {
        return Long.toString(id);
    }

    private static Optional<Long> parse(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
