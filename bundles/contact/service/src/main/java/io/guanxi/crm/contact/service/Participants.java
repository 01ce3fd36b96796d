package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.Scope;

/** The customer and the persons an interaction was with; asked of the customer archive, which may be away for a moment. */
final class Participants implements AutoCloseable {

    private final Neighbour<CustomerScopes> scopes;
    private final Neighbour<Persons> persons;

    Participants(Neighbour<CustomerScopes> scopes, Neighbour<Persons> persons) {
        this.scopes = scopes;
        this.persons = persons;
    }

    /** The data as they are stored, custom values aside. Whatever is wrong goes to {@code errors}. */
    InteractionData checked(InteractionData data, Scope scope, String caller, FieldErrors errors) {
        InteractionData clean = InteractionRules.clean(data, caller, errors);
        if (!scopes.get().admits(data.customer(), scope)) {
            errors.add(
                    "customerId",
                    "unknown-customer",
                    "There is no customer " + data.customer() + ".",
                    "客户 " + data.customer() + " 不存在。");
        } else if (data.persons().size() <= InteractionRules.MOST_PERSONS) {
            checkPersons(data, errors);
        }
        return clean;
    }

    private void checkPersons(InteractionData data, FieldErrors errors) {
        for (int i = 0; i < data.persons().size(); i++) {
            PersonId person = data.persons().get(i);
            if (persons.get().find(data.customer(), person).isEmpty()) {
                errors.add(
                        "personIds[" + i + "]",
                        "unknown-person",
                        "The customer has no person " + person + ".",
                        "该客户没有联系人 " + person + "。");
            }
        }
    }

    @Override
    public void close() {
        scopes.close();
        persons.close();
    }
}
