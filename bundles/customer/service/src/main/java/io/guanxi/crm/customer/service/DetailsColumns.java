package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What customers of kind person and persons at customers have in common. */
@Embeddable
class DetailsColumns {

    @Enumerated(EnumType.STRING)
    private Sex sex = Sex.UNKNOWN;

    private @Nullable LocalDate birthday;

    @Column(name = "BIRTHDAY_LUNAR")
    private int birthdayLunar;

    @Column(name = "JOB_POSITION")
    private @Nullable String position;

    private @Nullable String education;
    private @Nullable String occupation;
    private @Nullable String preferences;

    protected DetailsColumns() {}

    DetailsColumns(PersonDetails details) {
        this.sex = details.sex();
        this.birthday = details.birthday().map(Birthday::date).orElse(null);
        this.birthdayLunar = details.birthday().filter(Birthday::lunar).isPresent() ? 1 : 0;
        this.position = details.position().orElse(null);
        this.education = details.education().orElse(null);
        this.occupation = details.occupation().orElse(null);
        this.preferences = details.preferences().orElse(null);
    }

    PersonDetails toDetails() {
        return new PersonDetails(
                sex,
                Optional.ofNullable(birthday).map(date -> new Birthday(date, birthdayLunar != 0)),
                Optional.ofNullable(position),
                Optional.ofNullable(education),
                Optional.ofNullable(occupation),
                Optional.ofNullable(preferences));
    }
}
