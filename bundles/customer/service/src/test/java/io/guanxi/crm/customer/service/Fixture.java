package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The archive on a database of its own, with people to put into it. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");

    final RecordedOutbox outbox = new RecordedOutbox();
    final JpaCustomerArchive archive;
    final JpaPersons persons;

    Fixture(TestDatabase database) {
        this(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Fixture(TestDatabase database, Clock clock) {
        this(database, clock, new OpenAccess());
    }

    Fixture(TestDatabase database, Clock clock, Access access) {
        var jpa = database.template("crm-customer");
        this.archive =
                new JpaCustomerArchive(jpa, database.dataSource(), database.transactions(), outbox, access, clock);
        this.persons = new JpaPersons(jpa, database.dataSource(), database.transactions(), outbox, access, clock);
    }

    static CustomerData company(String name) {
        return CustomerData.of(CustomerKind.COMPANY, name);
    }

    static CustomerData withPhones(String name, String... phones) {
        return copy(company(name), Optional.empty(), Optional.empty(), name, List.of(phones));
    }

    static CustomerData withKeys(String name, String code, String externalId) {
        return copy(
                company(name),
                Optional.of(code).filter(c -> !c.isEmpty()),
                Optional.of(externalId).filter(e -> !e.isEmpty()),
                name,
                List.of());
    }

    static CustomerData renamed(CustomerData data, String name) {
        return copy(data, data.code(), data.externalId(), name, data.phones());
    }

    static CustomerData copy(
            CustomerData d, Optional<String> code, Optional<String> externalId, String name, List<String> phones) {
        return new CustomerData(
                d.kind(),
                code,
                externalId,
                name,
                d.shortName(),
                d.stage(),
                d.industry(),
                d.source(),
                d.size(),
                d.registrationNumber(),
                phones,
                d.emails(),
                d.webSite(),
                d.addresses(),
                d.bankAccounts(),
                d.person());
    }

    /** A person of whom everything is known, every text padded to {@code fill} where one is given. */
    static CustomerData everything(java.util.function.IntFunction<String> fill) {
        return new CustomerData(
                CustomerKind.PERSON,
                Optional.of(fill.apply(40)),
                Optional.of(fill.apply(100)),
                fill.apply(200),
                Optional.of(fill.apply(100)),
                Stage.INTENT,
                Optional.of(fill.apply(100)),
                Optional.of(fill.apply(100)),
                Optional.of(fill.apply(50)),
                Optional.of("9".repeat(50)),
                List.of("+86 21-5555 0101", "13900000000"),
                List.of(
                        "info@example.cn",
                        "e".repeat(64) + "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".cn"),
                Optional.of("https://example.cn/" + "w".repeat(281)),
                List.of(
                        new Address(
                                fill.apply(30),
                                Optional.of("CN"),
                                Optional.of(fill.apply(100)),
                                Optional.of(fill.apply(100)),
                                Optional.of(fill.apply(100)),
                                Optional.of(fill.apply(300)),
                                Optional.of(fill.apply(20))),
                        new Address(
                                "office",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of(new BankAccount(fill.apply(200), "1".repeat(50))),
                new PersonDetails(
                        Sex.FEMALE,
                        Optional.of(new Birthday(LocalDate.of(1988, 2, 3), true)),
                        Optional.of(fill.apply(100)),
                        Optional.of(fill.apply(100)),
                        Optional.of(fill.apply(100)),
                        Optional.of(fill.apply(2000))));
    }

    static PersonData zhangWei() {
        return new PersonData(
                "张伟",
                Optional.of("decision-maker"),
                List.of("13900000000"),
                List.of("zw@example.cn"),
                PersonDetails.NONE);
    }

    static CustomerQuery byName(String text) {
        return query(text, "name");
    }

    /** @param sort as on the wire, such as {@code -createdAt} */
    static CustomerQuery query(String text, String sort) {
        ListQuery all = ListQuery.all(SortOrder.parse(sort, CustomerFields.ALL), 50);
        return new CustomerQuery(text.isEmpty() ? all : all.search(text), Optional.empty(), false);
    }

    /** @param filter as on the wire, such as {@code stage==customer} */
    static CustomerQuery filtered(String filter) {
        CustomerQuery all = byName("");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return all.with(all.list().where(Filter.parse(filter, CustomerFields.ALL, clock, ZoneOffset.UTC)));
    }
}
