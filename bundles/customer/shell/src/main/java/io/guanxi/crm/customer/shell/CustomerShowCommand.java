package io.guanxi.crm.customer.shell;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Shows one customer with the persons there. */
@Service
@Command(scope = "crm", name = "customer-show", description = "Shows one customer")
public class CustomerShowCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private CustomerArchive archive;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Persons persons;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Argument(name = "id", description = "Id of the customer", required = true)
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    public @Nullable Object execute() {
        CustomerId itsId = CustomerId.parse(id)
                .orElseThrow(() -> new IllegalArgumentException("An id is a number, such as 42; " + id + " is none."));
        Caller caller = ConsoleCaller.current();
        Callers.runAs(caller, () -> {
            Customer customer = archive.find(itsId).orElseThrow(() -> new UnknownCustomerException(itsId));
            List<Person> people = persons.of(itsId);
            CustomerSheet.print(customer, people, session.getConsole());
        });
        return null;
    }
}
