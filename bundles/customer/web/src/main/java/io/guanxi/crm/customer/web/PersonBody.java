package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import java.util.List;
import java.util.Optional;

/** What can be written of a person at a customer. */
public record PersonBody(
        Optional<String> name,
        Optional<String> role,
        List<String> phones,
        List<String> emails,
        Optional<Sex> sex,
        Optional<BirthdayView> birthday,
        Optional<String> position,
        Optional<String> education,
        Optional<String> occupation,
        Optional<String> preferences) {

    static PersonBody of(PersonData data) {
        PersonDetails details = data.details();
        return new PersonBody(
                Optional.of(data.name()),
                data.role(),
                data.phones(),
                data.emails(),
                Optional.of(details.sex()),
                details.birthday().map(BirthdayView::of),
                details.position(),
                details.education(),
                details.occupation(),
                details.preferences());
    }

    PersonData toData() {
        return new PersonData(
                name.orElse(""),
                role,
                phones,
                emails,
                new PersonDetails(
                        sex.orElse(Sex.UNKNOWN),
                        birthday.map(BirthdayView::toBirthday),
                        position,
                        education,
                        occupation,
                        preferences));
    }
}
