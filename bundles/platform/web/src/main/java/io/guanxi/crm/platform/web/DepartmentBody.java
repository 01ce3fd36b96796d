package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.DepartmentData;
import java.util.Optional;

/** What can be written of a department. */
public record DepartmentBody(Optional<String> name, Optional<String> parentId) {

    static DepartmentBody of(DepartmentData data) {
        return new DepartmentBody(Optional.of(data.name()), data.parent().map(Ids::toText));
    }

    DepartmentData toData() {
        return new DepartmentData(name.orElse(""), parentId.map(id -> Ids.inField("parentId", id)));
    }
}
