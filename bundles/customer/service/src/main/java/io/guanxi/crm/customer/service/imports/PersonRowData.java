package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import java.util.List;
import java.util.Optional;

/** Makes of a row, and of what is known of its person, what the person shall be. */
final class PersonRowData {

    private static final PersonData UNKNOWN =
            new PersonData("", Optional.empty(), List.of(), List.of(), PersonDetails.NONE);

    private PersonRowData() {}

    static PersonData merged(Cells cells, Optional<PersonData> known) {
        PersonData before = known.orElse(UNKNOWN);
        return new PersonData(
                cells.row().text(PersonColumns.NAME).orElse(""),
                cells.text("role", before.role()),
                cells.list("phones", before.phones()),
                cells.list("emails", before.emails()),
                details(cells, before.details()));
    }

    private static PersonDetails details(Cells cells, PersonDetails before) {
        return new PersonDetails(
                cells.word("sex", Words.SEXES, before.sex(), Sex.UNKNOWN),
                BirthdayCell.merged(cells, before.birthday()),
                cells.text("position", before.position()),
                cells.text("education", before.education()),
                cells.text("occupation", before.occupation()),
                cells.text("preferences", before.preferences()));
    }
}
