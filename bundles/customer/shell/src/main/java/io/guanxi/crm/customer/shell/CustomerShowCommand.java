package io.guanxi.crm.customer.shell;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows one customer with the people there. */
@Service
@Command(scope = "crm", name = "customer-show", description = "Shows one customer and its persons")
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
        Callers.runAs(Caller.system("shell:" + session.get("USER")), this::show);
        return null;
    }

    private void show() {
        Optional<Customer> found = CustomerId.parse(id).flatMap(archive::find);
        if (found.isEmpty()) {
            System.out.println("There is no customer " + id + ".");
            return;
        }
        Customer customer = found.get();
        CustomerData data = customer.data();
        ShellTable facts = new ShellTable().noHeaders();
        facts.column("Field");
        facts.column("Value");
        add(facts, "Name", Optional.of(data.name()));
        add(facts, "Short name", data.shortName());
        add(facts, "Kind", Optional.of(data.kind().name().toLowerCase(Locale.ROOT)));
        add(facts, "Stage", Optional.of(data.stage().name().toLowerCase(Locale.ROOT)));
        add(facts, "Code", data.code());
        add(facts, "External id", data.externalId());
        add(facts, "Industry", data.industry());
        add(facts, "Source", data.source());
        add(facts, "Size", data.size());
        add(facts, "Registration number", data.registrationNumber());
        add(facts, "Phones", joined(data.phones()));
        add(facts, "E-mails", joined(data.emails()));
        add(facts, "Web site", data.webSite());
        data.addresses()
                .forEach(address -> add(
                        facts,
                        "Address",
                        joined(List.of(
                                address.city().orElse(""), address.street().orElse("")))));
        add(facts, "Version", Optional.of(Long.toString(customer.version())));
        add(facts, "Changed", Optional.of(customer.updatedAt() + " by " + customer.updatedBy()));
        add(facts, "Archived", customer.archivedAt().map(Object::toString));
        facts.print(System.out);
        showPersons(customer.id());
    }

    private void showPersons(CustomerId customer) {
        List<Person> known = persons.of(customer);
        if (known.isEmpty()) {
            return;
        }
        System.out.println();
        ShellTable table = new ShellTable();
        for (String column : List.of("Id", "Person", "Position", "Role", "Phone", "E-mail")) {
            table.column(column);
        }
        for (Person person : known) {
            table.addRow()
                    .addContent(
                            person.id(),
                            person.data().name(),
                            person.data().details().position().orElse(""),
                            person.data().role().orElse(""),
                            person.data().phones().stream().findFirst().orElse(""),
                            person.data().emails().stream().findFirst().orElse(""));
        }
        table.print(System.out);
    }

    private static Optional<String> joined(List<String> values) {
        String text = String.join(" ", values).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void add(ShellTable table, String field, Optional<String> value) {
        value.ifPresent(text -> table.addRow().addContent(field, text));
    }
}
