package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * A department on the wire.
 *
 * @param source where it comes from; absent: made here
 * @param managed true: it can't be changed here meanwhile
 */
public record DepartmentView(
        String id,
        long version,
        String name,
        Optional<String> parentId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<String> source,
        boolean managed) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy", "source", "managed"
    };

    static DepartmentView of(Department department, boolean managed) {
        return new DepartmentView(
                Ids.toText(department.id()),
                department.version(),
                department.data().name(),
                department.data().parent().map(Ids::toText),
                department.createdAt(),
                department.createdBy(),
                department.updatedAt(),
                department.updatedBy(),
                department.source().map(Source::code),
                managed);
    }
}
