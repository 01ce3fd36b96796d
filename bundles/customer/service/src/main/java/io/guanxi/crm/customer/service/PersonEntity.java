package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.CustomValues;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A person's row; phones and e-mail addresses are {@link Parts}. */
@Entity
@Table(name = "CRM_CUSTOMER_PERSON")
@SuppressWarnings("UnusedVariable") // columns that only queries read
class PersonEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CRM_CUSTOMER_PERSON_SEQ")
    @SequenceGenerator(name = "CRM_CUSTOMER_PERSON_SEQ", sequenceName = "CRM_CUSTOMER_PERSON_SEQ", allocationSize = 100)
    private long id;

    @Version
    private long version;

    @Column(name = "CUSTOMER_ID")
    private long customerId;

    private String name;

    @Column(name = "NAME_KEY")
    private String nameKey;

    @Column(name = "PERSON_ROLE")
    private @Nullable String role;

    @Embedded
    private DetailsColumns details;

    @Embedded
    private History history;

    @SuppressWarnings("NullAway.Init")
    protected PersonEntity() {}

    @SuppressWarnings("NullAway.Init")
    PersonEntity(CustomerId customer, PersonData data, Touch made) {
        this.customerId = customer.value();
        this.history = new History(made);
        fill(data);
    }

    void change(PersonData data, Touch touch) {
        fill(data);
        history.changed(touch);
    }

    private void fill(PersonData data) {
        this.name = data.name();
        this.nameKey = CustomerName.normalised(data.name());
        this.role = data.role().orElse(null);
        this.details = new DetailsColumns(data.details());
    }

    void archive(Touch touch) {
        history.archived(touch);
    }

    void restore(Touch touch) {
        history.restored(touch);
    }

    boolean isArchived() {
        return history.archivedAt().isPresent();
    }

    boolean isAt(long expected) {
        return version == expected;
    }

    boolean belongsTo(CustomerId customer) {
        return customerId == customer.value();
    }

    long id() {
        return id;
    }

    Person toPerson(PersonData data) {
        return toPerson(data.phones(), data.emails(), data.custom());
    }

    Person toPerson(List<String> phones, List<String> emails, CustomValues custom) {
        return new Person(
                new PersonId(id),
                new CustomerId(customerId),
                version,
                new PersonData(name, Optional.ofNullable(role), phones, emails, details.toDetails(), custom),
                history.createdAt(),
                history.createdBy(),
                history.updatedAt(),
                history.updatedBy(),
                history.archivedAt());
    }
}
