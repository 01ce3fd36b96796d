package io.guanxi.crm.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** From ids to what people call customers and persons, and back; for many at once, as imports and exports need it. */
@ProviderType
public interface CustomerDirectory {

    /** The ids behind these codes; unknown ones are missing in the answer. */
    Map<String, CustomerId> byCodes(Collection<String> codes);

    /** The ids behind these external ids; unknown ones are missing in the answer. */
    Map<String, CustomerId> byExternalIds(Collection<String> externalIds);

    /** The keys of these customers; ids never issued are missing in the answer. */
    Map<CustomerId, CustomerKey> keys(Collection<CustomerId> customers);

    /** All living persons of these customers. */
    List<PersonName> personsOf(Collection<CustomerId> customers);

    /** The names of these persons; ids never issued are missing in the answer. */
    Map<PersonId, String> personNames(Collection<PersonId> persons);
}
