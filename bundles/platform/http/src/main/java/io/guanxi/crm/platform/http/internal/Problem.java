package io.guanxi.crm.platform.http.internal;

import java.util.List;
import java.util.Optional;

/**
 *
 * A problem document (RFC 9457).
 *
 *
 *
 * @param errorId under which the log has the details of a failure of ours
 *
 */
record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        String instance,
        Optional<List<Field>> errors,
        Optional<String> errorId) {

    /** One refused field, in the reader's language. */
    record Field(String field, String code, String message) {}
}
