package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.platform.http.CustomJson;
import java.util.List;
import java.util.Map;
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
        Optional<String> preferences,
        Map<String, JsonNode> custom) {

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
                details.preferences(),
                CustomJson.write(data.custom()));
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
                        preferences),
                CustomJson.read(custom));
    }
}
