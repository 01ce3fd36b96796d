package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.security.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a row names its customer: by external id, else by code. The two are told apart by a character that neither has. */
final class CustomerRef {

    private static final String CODE = "\u0001";

    private CustomerRef() {}

    static Optional<String> of(ImportRow row) {
        return row.text(OrderColumns.CUSTOMER)
                .or(() -> row.text(OrderColumns.CUSTOMER_CODE).map(code -> CODE + code));
    }

    /** The customers behind these that the scope may change; others are missing in the answer. */
    static Map<String, CustomerId> find(CustomerDirectory directory, Collection<String> refs, Scope scope) {
        List<String> codes = refs.stream()
                .filter(ref -> ref.startsWith(CODE))
                .map(ref -> ref.substring(CODE.length()))
                .toList();
        List<String> externalIds =
                refs.stream().filter(ref -> !ref.startsWith(CODE)).toList();
        Map<String, CustomerId> found = new HashMap<>();
        if (!externalIds.isEmpty()) {
            found.putAll(directory.byExternalIds(externalIds, scope));
        }
        if (!codes.isEmpty()) {
            directory.byCodes(codes, scope).forEach((code, id) -> found.put(CODE + code, id));
        }
        return found;
    }
}
