package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.StaleVersionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** The version of a record as strong entity tag: {@code "7"}. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"\\\\]*)\"");

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version the caller has read, from its {@code If-Match}.
     *
     * @throws MissingVersionException where there is none, or only {@code *}
     * @throws StaleVersionException where it can't be the tag of any version
     * @throws MalformedRequestException where it isn't an entity tag
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new MissingVersionException();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new MalformedRequestException(
                    "If-Match", "invalid-etag", "Send one entity tag, such as \"7\".", "请提供一个实体标签，例如 \"7\"。");
        }
        String version = tag.group(2);
        if (tag.group(1) != null || !version.matches("0|[1-9][0-9]{0,17}")) {
            throw new StaleVersionException();
        }
        return Long.parseLong(version);
    }

    /**
     *
     * Like {@link #version}, and compares.
     *
     *
     *
     * @throws StaleVersionException where the record has moved on
     *
     */
    public static void require(@Nullable String ifMatch, long current) {
        if (version(ifMatch) != current) {
            throw new StaleVersionException();
        }
    }
}
