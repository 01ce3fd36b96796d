package io.guanxi.crm.customer;

import io.guanxi.crm.platform.security.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * From ids to what people call customers and persons, and back; for many at once, as imports and exports need it.
 * Whoever asks has asked {@link io.guanxi.crm.platform.security.Access} before, and reaches the customers whose ids they give.
 */
@ProviderType
public interface CustomerDirectory {

    /** The customers of these codes that the scope may change; others are missing in the answer. */
    Map<String, CustomerId> byCodes(Collection<String> codes, Scope scope);

    /** The customers of these external ids that the scope may change; others are missing in the answer. */
    Map<String, CustomerId> byExternalIds(Collection<String> externalIds, Scope scope);

    /** The keys of these customers; ids never issued are missing in the answer. */
    Map<CustomerId, CustomerKey> keys(Collection<CustomerId> customers);

    /** All living persons of these customers. */
    List<PersonName> personsOf(Collection<CustomerId> customers);

    /** The names of these persons; ids never issued are missing in the answer. */
    Map<PersonId, String> personNames(Collection<PersonId> persons);
}
