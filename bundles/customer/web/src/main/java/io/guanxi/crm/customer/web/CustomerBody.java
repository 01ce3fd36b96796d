package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.problem.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be written of a customer; from {@code sex} on for kind person only. */
public record CustomerBody(
        Optional<CustomerKind> kind,
        Optional<String> code,
        Optional<String> externalId,
        Optional<String> name,
        Optional<String> shortName,
        Optional<Stage> stage,
        Optional<String> industry,
        Optional<String> source,
        Optional<String> size,
        Optional<String> registrationNumber,
        List<String> phones,
        List<String> emails,
        Optional<String> webSite,
        List<AddressView> addresses,
        List<BankAccountView> bankAccounts,
        Optional<Sex> sex,
        Optional<BirthdayView> birthday,
        Optional<String> position,
        Optional<String> education,
        Optional<String> occupation,
        Optional<String> preferences,
        Map<String, JsonNode> custom) {

    static CustomerBody of(CustomerData data) {
        PersonDetails person = data.person();
        return new CustomerBody(
                Optional.of(data.kind()),
                data.code(),
                data.externalId(),
                Optional.of(data.name()),
                data.shortName(),
                Optional.of(data.stage()),
                data.industry(),
                data.source(),
                data.size(),
                data.registrationNumber(),
                data.phones(),
                data.emails(),
                data.webSite(),
                data.addresses().stream().map(AddressView::of).toList(),
                data.bankAccounts().stream().map(BankAccountView::of).toList(),
                data.kind() == CustomerKind.PERSON ? Optional.of(person.sex()) : Optional.empty(),
                person.birthday().map(BirthdayView::of),
                person.position(),
                person.education(),
                person.occupation(),
                person.preferences(),
                CustomJson.write(data.custom()));
    }

    /** @throws InvalidValueException where the kind is missing; everything else is for the archive to judge */
    CustomerData toData() {
        return new CustomerData(
                kind.orElseThrow(() -> new InvalidValueException("kind", "required", "A value is required.", "此项必填。")),
                code,
                externalId,
                name.orElse(""),
                shortName,
                stage.orElse(Stage.UNKNOWN),
                industry,
                source,
                size,
                registrationNumber,
                phones,
                emails,
                webSite,
                addresses.stream().map(AddressView::toAddress).toList(),
                bankAccounts.stream().map(BankAccountView::toAccount).toList(),
                new PersonDetails(
                        sex.orElse(Sex.UNKNOWN),
                        birthday.map(BirthdayView::toBirthday),
                        position,
                        education,
                        occupation,
                        preferences),
                CustomJson.read(custom));
    }
}
