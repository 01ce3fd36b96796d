package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.customer.UnknownCustomerException;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.LockModeType;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A customer's row; its lists are {@link Parts}, the first of each kept here so that a page needs one query. */
@Entity
@Table(name = "CRM_CUSTOMER_CUSTOMER")
@SuppressWarnings("UnusedVariable") // columns that only queries read
class CustomerEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CRM_CUSTOMER_CUSTOMER_SEQ")
    @SequenceGenerator(
            name = "CRM_CUSTOMER_CUSTOMER_SEQ",
            sequenceName = "CRM_CUSTOMER_CUSTOMER_SEQ",
            allocationSize = 100)
    private long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    private String code;

    @Column(name = "EXTERNAL_ID")
    private @Nullable String externalId;

    private String name;

    @Column(name = "NAME_KEY")
    private String nameKey;

    @Column(name = "SHORT_NAME")
    private @Nullable String shortName;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private @Nullable String industry;
    private @Nullable String source;

    @Column(name = "SIZE_BAND")
    private @Nullable String size;

    @Column(name = "REGISTRATION_NUMBER")
    private @Nullable String registrationNumber;

    @Column(name = "WEB_SITE")
    private @Nullable String webSite;

    @Column(name = "FIRST_PHONE")
    private @Nullable String firstPhone;

    @Column(name = "FIRST_EMAIL")
    private @Nullable String firstEmail;

    @Column(name = "FIRST_CITY")
    private @Nullable String firstCity;

    @Embedded
    private DetailsColumns details;

    @Column(name = "OWNER_ID")
    private @Nullable Long ownerId;

    @Column(name = "DEPARTMENT_ID")
    private @Nullable Long departmentId;

    @Embedded
    private History history;

    @SuppressWarnings("NullAway.Init")
    protected CustomerEntity() {}

    @SuppressWarnings("NullAway.Init")
    CustomerEntity(CustomerData data, Ownership ownership, Touch made) {
        this.history = new History(made);
        own(ownership);
        fill(data);
    }

    /**
     * The customer's row, locked rather than failing at commit: who comes second is told so before anything of theirs is written.
     *
     * @throws UnknownCustomerException if no customer has this id
     */
    static CustomerEntity locked(EntityManager em, CustomerId id) {
        return Optional.ofNullable(em.find(CustomerEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new UnknownCustomerException(id));
    }

    void change(CustomerData data, Touch touch) {
        fill(data);
        history.changed(touch);
    }

    void transfer(Ownership ownership, Touch touch) {
        own(ownership);
        history.changed(touch);
    }

    private void own(Ownership ownership) {
        this.ownerId = ownership.owner().orElse(null);
        this.departmentId = ownership.department().orElse(null);
    }

    private void fill(CustomerData data) {
        this.kind = data.kind();
        this.code = data.code().orElseThrow();
        this.externalId = data.externalId().orElse(null);
        this.name = data.name();
        this.nameKey = CustomerName.normalised(data.name());
        this.shortName = data.shortName().orElse(null);
        this.stage = data.stage();
        this.industry = data.industry().orElse(null);
        this.source = data.source().orElse(null);
        this.size = data.size().orElse(null);
        this.registrationNumber = data.registrationNumber().orElse(null);
        this.webSite = data.webSite().orElse(null);
        this.firstPhone = data.phones().stream().findFirst().orElse(null);
        this.firstEmail = data.emails().stream().findFirst().orElse(null);
        this.firstCity =
                data.addresses().stream().findFirst().flatMap(Address::city).orElse(null);
        this.details = new DetailsColumns(data.person());
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

    CustomerId id() {
        return new CustomerId(id);
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    Instant updatedAt() {
        return history.updatedAt();
    }

    String updatedBy() {
        return history.updatedBy();
    }

    Ownership ownership() {
        return new Ownership(Optional.ofNullable(ownerId), Optional.ofNullable(departmentId));
    }

    boolean isAt(long expected) {
        return version == expected;
    }

    Customer toCustomer(CustomerParts parts) {
        return new Customer(
                id(),
                version,
                toData(parts),
                history.createdAt(),
                history.createdBy(),
                history.updatedAt(),
                history.updatedBy(),
                history.archivedAt(),
                ownership());
    }

    private CustomerData toData(CustomerParts parts) {
        return new CustomerData(
                kind,
                Optional.of(code),
                Optional.ofNullable(externalId),
                name,
                Optional.ofNullable(shortName),
                stage,
                Optional.ofNullable(industry),
                Optional.ofNullable(source),
                Optional.ofNullable(size),
                Optional.ofNullable(registrationNumber),
                parts.phones(),
                parts.emails(),
                Optional.ofNullable(webSite),
                parts.addresses(),
                parts.bankAccounts(),
                details.toDetails(),
                parts.custom());
    }
}
