package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of a row, and of what is known of its customer, what the customer shall be. */
final class RowData {

    private static final CustomerData UNKNOWN = CustomerData.of(CustomerKind.COMPANY, "");

    private RowData() {}

    static CustomerData merged(Cells cells, Optional<CustomerData> known) {
        CustomerData before = known.orElse(UNKNOWN);
        CustomerKind kind = cells.word("kind", Words.KINDS, before.kind(), CustomerKind.COMPANY);
        return new CustomerData(
                kind,
                cells.row().text("code").or(before::code),
                cells.row().text("externalId").or(before::externalId),
                cells.text("name", Optional.of(before.name())).orElse(""),
                cells.text("shortName", before.shortName()),
                cells.word("stage", Words.STAGES, before.stage(), Stage.UNKNOWN),
                cells.text("industry", before.industry()),
                cells.text("source", before.source()),
                cells.text("size", before.size()),
                cells.text("registrationNumber", before.registrationNumber()),
                cells.list("phones", before.phones()),
                cells.list("emails", before.emails()),
                cells.text("webSite", before.webSite()),
                addresses(cells, before.addresses(), kind),
                before.bankAccounts(),
                person(cells, kind == CustomerKind.PERSON ? before.person() : PersonDetails.NONE),
                before.custom());
    }

    /** The file speaks of the first address only. */
    private static List<Address> addresses(Cells cells, List<Address> before, CustomerKind kind) {
        String type = kind == CustomerKind.PERSON ? "home" : "office";
        Address first = before.isEmpty() ? empty(type) : before.get(0);
        Address merged = new Address(
                first.type(),
                cells.text("country", first.country()),
                cells.text("region", first.region()),
                cells.text("city", first.city()),
                cells.text("district", first.district()),
                cells.text("street", first.street()),
                cells.text("postalCode", first.postalCode()));
        if (merged.equals(first)) {
            return before;
        }
        List<Address> after = new ArrayList<>();
        if (!isEmpty(merged)) {
            after.add(merged);
        }
        after.addAll(before.subList(Math.min(1, before.size()), before.size()));
        return after;
    }

    private static Address empty(String type) {
        return new Address(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isEmpty(Address address) {
        return Stream.of(
                        address.country(),
                        address.region(),
                        address.city(),
                        address.district(),
                        address.street(),
                        address.postalCode())
                .allMatch(Optional::isEmpty);
    }

    private static PersonDetails person(Cells cells, PersonDetails before) {
        return new PersonDetails(
                cells.word("sex", Words.SEXES, before.sex(), Sex.UNKNOWN),
                BirthdayCell.merged(cells, before.birthday()),
                cells.text("position", before.position()),
                cells.text("education", before.education()),
                cells.text("occupation", before.occupation()),
                cells.text("preferences", before.preferences()));
    }
}
