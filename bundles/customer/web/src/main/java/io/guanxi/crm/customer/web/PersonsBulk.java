package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.platform.http.RecordBulk;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.modules.Neighbour;
import java.util.EnumSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Many persons of a customer at once. */
@Component(service = BulkTarget.class)
public class PersonsBulk extends RecordBulk<Person, PersonBody> {

    private final Neighbour<Persons> persons;

    @Activate
    public PersonsBulk(BundleContext context) {
        this(Neighbour.tracked(context, Persons.class));
    }

    /** For plain Java, where nothing comes and goes. */
    PersonsBulk(Neighbour<Persons> persons) {
        super(
                "persons",
                "person",
                PersonBody.class,
                EnumSet.of(BulkAction.ARCHIVE, BulkAction.RESTORE, BulkAction.PATCH));
        this.persons = persons;
    }

    @Deactivate
    void close() {
        persons.close();
    }

    @Override
    protected Person find(BulkRequest request, long id) {
        PersonId person = new PersonId(id);
        return request.parent()
                .flatMap(customer -> persons.get().find(new CustomerId(customer), person))
                .orElseThrow(() -> new UnknownPersonException(person));
    }

    @Override
    protected long version(Person person) {
        return person.version();
    }

    @Override
    protected PersonBody body(Person person) {
        return PersonBody.of(person.data());
    }

    @Override
    protected Person change(Person before, PersonBody wanted) {
        return persons.get().change(before.customer(), before.id(), before.version(), data -> wanted.toData());
    }

    @Override
    protected Person act(Person before, BulkAction action) {
        Persons service = persons.get();
        return action == BulkAction.ARCHIVE
                ? service.archive(before.customer(), before.id())
                : service.restore(before.customer(), before.id());
    }
}
