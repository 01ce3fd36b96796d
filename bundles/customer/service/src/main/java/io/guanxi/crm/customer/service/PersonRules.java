package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Clock;

/** What a person's fields may hold; bulk writers are held to them too. */
public final class PersonRules {

    private final DetailsRules details;

    public PersonRules(Clock clock) {
        this.details = new DetailsRules(clock);
    }

    public PersonData clean(PersonData data, FieldErrors errors) {
        return new PersonData(
                errors.required("name", data.name(), 200),
                errors.line("role", data.role(), 50),
                ReachRules.phones(data.phones(), errors),
                ReachRules.emails(data.emails(), errors),
                details.clean(data.details(), errors),
                data.custom());
    }
}
