package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import java.util.Map;
import java.util.Set;

/**
 * A role on the wire.
 *
 * @param grants what may be done, by record type
 * @param reach to which records of these types
 * @param fields what of their fields it is kept from, by record type and field
 * @param shipped it came with the product
 * @param changed it came with the product and is no longer as it was then
 * @param fixed it may do everything, whatever its grants say, and can't be changed
 */
public record RoleView(
        String id,
        long version,
        String code,
        LabelView label,
        Map<String, Set<Action>> grants,
        Reach reach,
        Map<String, Map<String, FieldRight>> fields,
        boolean shipped,
        boolean changed,
        boolean fixed) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {"id", "version", "code", "shipped", "changed", "fixed"};

    static RoleView of(Role role) {
        return new RoleView(
                Ids.toText(role.id()),
                role.version(),
                role.data().code(),
                LabelView.of(role.data().label()),
                role.data().grants(),
                role.data().reach(),
                role.data().fields(),
                role.shipped(),
                role.changed(),
                role.isFixed());
    }
}
