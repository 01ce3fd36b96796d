package io.guanxi.crm.customer.shell;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonDetails;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.table.ShellTable;

/** A customer as text: one field a line, those that are empty left out. */
final class CustomerSheet {

    private final ShellTable table = new ShellTable().noHeaders();

    private CustomerSheet() {
        table.column("Field");
        table.column("Value");
    }

    static void print(Customer customer, List<Person> persons, PrintStream out) {
        CustomerSheet sheet = new CustomerSheet();
        sheet.head(customer);
        sheet.data(customer.data());
        sheet.details(customer.data().person());
        persons.forEach(person -> sheet.row("Person", text(person)));
        sheet.history(customer);
        sheet.table.print(out);
    }

    private void head(Customer customer) {
        row("Id", customer.id().toString());
        row("Version", Long.toString(customer.version()));
        row("Name", customer.data().name());
        row("Kind", word(customer.data().kind()));
        row("Stage", word(customer.data().stage()));
    }

    private void data(CustomerData data) {
        row("Code", data.code());
        row("External id", data.externalId());
        row("Short name", data.shortName());
        row("Industry", data.industry());
        row("Source", data.source());
        row("Size", data.size());
        row("Registration number", data.registrationNumber());
        data.phones().forEach(phone -> row("Phone", phone));
        data.emails().forEach(email -> row("E-mail", email));
        row("Web site", data.webSite());
        data.addresses().forEach(address -> row("Address", text(address)));
        data.bankAccounts().forEach(account -> row("Bank account", account.bank() + " " + account.number()));
    }

    private void details(PersonDetails details) {
        row("Birthday", details.birthday().map(day -> day.date() + (day.lunar() ? " (lunar)" : "")));
        row("Position", details.position());
        row("Education", details.education());
        row("Occupation", details.occupation());
        row("Preferences", details.preferences());
    }

    private void history(Customer customer) {
        row("Created", customer.createdAt() + " by " + customer.createdBy());
        row("Updated", customer.updatedAt() + " by " + customer.updatedBy());
        row("Archived", customer.archivedAt().map(Object::toString));
    }

    private void row(String field, Optional<String> value) {
        value.ifPresent(text -> row(field, text));
    }

    private void row(String field, String value) {
        table.addRow().addContent(field, value);
    }

    private static String text(Person person) {
        return Stream.of(
                        Stream.of(person.id() + " " + person.data().name()),
                        person.data().details().position().stream(),
                        person.data().phones().stream(),
                        person.data().emails().stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static String text(Address address) {
        return Stream.of(
                        Optional.of(address.type() + ":"),
                        address.country(),
                        address.region(),
                        address.city(),
                        address.district(),
                        address.street(),
                        address.postalCode())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
