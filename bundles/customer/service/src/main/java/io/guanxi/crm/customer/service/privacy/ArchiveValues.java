package io.guanxi.crm.customer.service.privacy;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.ValueText;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the archive knows of a person, field by field. */
final class ArchiveValues {

    private static final Text PERSON = new Text("Person", "联系人");
    private static final Text CUSTOMER = new Text("Customer", "客户");
    private static final Map<String, Text> EXTRA = Map.of(
            "birthday.calendar", new Text("Calendar of the birthday", "生日历法"),
            "addresses.type", new Text("Type of address", "地址类型"),
            "bankAccounts.bank", new Text("Bank", "开户银行"),
            "bankAccounts.number", new Text("Account number", "银行账号"));

    private final StoredSubjects subjects;
    private final Neighbour<FieldCatalog> fields;

    ArchiveValues(StoredSubjects subjects, Neighbour<FieldCatalog> fields) {
        this.subjects = subjects;
        this.fields = fields;
    }

    void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer) {
        if (subject.type().equals(CustomerPersonalData.PERSON)) {
            subjects.person(new PersonId(subject.id())).ifPresent(person -> person(person, consumer));
            return;
        }
        Optional<Customer> customer = subjects.customer(new CustomerId(subject.id()));
        customer.ifPresent(found -> customer(found, consumer));
        // A household is its people; those kept at a person are others, who have a right of their own.
        if (customer.filter(found -> found.data().kind() == CustomerKind.HOUSEHOLD)
                .isPresent()) {
            traces.aboutOf(CustomerPersonalData.PERSON)
                    .forEach(id -> subjects.person(new PersonId(id)).ifPresent(person -> person(person, consumer)));
        }
    }

    private void person(Person person, Consumer<PersonalValue> consumer) {
        Sheet sheet =
                new Sheet(PERSON, CustomerPersonalData.PERSON, person.id().toString(), PersonFields.ALL, consumer);
        PersonData data = person.data();
        sheet.add("name", data.name());
        sheet.add("customerId", person.customer().toString());
        data.role().ifPresent(role -> sheet.add("role", role));
        data.phones().forEach(phone -> sheet.add("phones", phone));
        data.emails().forEach(email -> sheet.add("emails", email));
        details(sheet, data.details());
        sheet.add("createdAt", person.createdAt().toString());
        sheet.add("updatedAt", person.updatedAt().toString());
        custom(sheet, CustomerPersonalData.PERSON, data.custom());
    }

    private void customer(Customer customer, Consumer<PersonalValue> consumer) {
        Sheet sheet = new Sheet(
                CUSTOMER, CustomerPersonalData.CUSTOMER, customer.id().toString(), CustomerFields.ALL, consumer);
        CustomerData data = customer.data();
        sheet.add("name", data.name());
        sheet.add("kind", code(data.kind()));
        sheet.add("stage", code(data.stage()));
        Map<String, Optional<String>> texts = Map.of(
                "code", data.code(),
                "externalId", data.externalId(),
                "shortName", data.shortName(),
                "industry", data.industry(),
                "source", data.source(),
                "size", data.size(),
                "registrationNumber", data.registrationNumber(),
                "webSite", data.webSite());
        CustomerFields.ALL.stream().map(Field::code).filter(texts::containsKey).forEach(code -> texts.getOrDefault(
                        code, Optional.empty())
                .ifPresent(text -> sheet.add(code, text)));
        data.phones().forEach(phone -> sheet.add("phones", phone));
        data.emails().forEach(email -> sheet.add("emails", email));
        data.addresses().forEach(address -> address(sheet, address));
        data.bankAccounts().forEach(account -> {
            sheet.add("bankAccounts.bank", account.bank());
            sheet.add("bankAccounts.number", account.number());
        });
        details(sheet, data.person());
        sheet.add("createdAt", customer.createdAt().toString());
        sheet.add("updatedAt", customer.updatedAt().toString());
        custom(sheet, CustomerPersonalData.CUSTOMER, data.custom());
    }

    private static void address(Sheet sheet, Address address) {
        sheet.add("addresses.type", address.type());
        address.country().ifPresent(text -> sheet.add("addresses.country", text));
        address.region().ifPresent(text -> sheet.add("addresses.region", text));
        address.city().ifPresent(text -> sheet.add("addresses.city", text));
        address.district().ifPresent(text -> sheet.add("addresses.district", text));
        address.street().ifPresent(text -> sheet.add("addresses.street", text));
        address.postalCode().ifPresent(text -> sheet.add("addresses.postalCode", text));
    }

    private static void details(Sheet sheet, PersonDetails details) {
        sheet.add("sex", code(details.sex()));
        details.birthday().ifPresent(birthday -> {
            sheet.add("birthday.date", birthday.date().toString());
            sheet.add("birthday.calendar", birthday.lunar() ? "lunar" : "solar");
        });
        details.position().ifPresent(text -> sheet.add("position", text));
        details.education().ifPresent(text -> sheet.add("education", text));
        details.occupation().ifPresent(text -> sheet.add("occupation", text));
        details.preferences().ifPresent(text -> sheet.add("preferences", text));
    }

    private void custom(Sheet sheet, String type, CustomValues values) {
        for (CustomField custom : fields.get().customFields(type)) {
            Field field = custom.field();
            values.get(field.code().substring(Field.CUSTOM.length()))
                    .ifPresent(value -> sheet.add(field.code(), field.label(), ValueText.of(value)));
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values of one record. */
    private static final class Sheet {

        private final Text section;
        private final String type;
        private final String record;
        private final Map<String, Text> labels;
        private final Consumer<PersonalValue> consumer;

        Sheet(Text section, String type, String record, List<Field> fields, Consumer<PersonalValue> consumer) {
            this.section = section;
            this.type = type;
            this.record = record;
            this.labels = Stream.concat(
                            fields.stream().map(field -> Map.entry(field.code(), field.label())),
                            EXTRA.entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
            this.consumer = consumer;
        }

        void add(String field, String value) {
            add(field, labels.getOrDefault(field, new Text(field, field)), value);
        }

        void add(String field, Text label, String value) {
            consumer.accept(new PersonalValue(section, type, record, field, label, value));
        }
    }
}
