package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;

/** An interaction's row; the persons who took part lie beside. */
@Entity
@Table(name = "CRM_CONTACT_INTERACTION")
class InteractionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CRM_CONTACT_INTERACTION_SEQ")
    @SequenceGenerator(
            name = "CRM_CONTACT_INTERACTION_SEQ",
            sequenceName = "CRM_CONTACT_INTERACTION_SEQ",
            allocationSize = 100)
    private long id;

    @Version
    private long version;

    @Column(name = "CUSTOMER_ID")
    private long customerId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Column(name = "OCCURRED_AT")
    private long occurredAt;

    @Column(name = "UNTIL_AT")
    private @Nullable Long untilAt;

    private String subject;
    private @Nullable String summary;
    private @Nullable String outcome;

    @Column(name = "DONE_BY")
    private String doneBy;

    @Column(name = "NEXT_ON")
    private @Nullable LocalDate nextOn;

    @Column(name = "NEXT_WHAT")
    private @Nullable String nextWhat;

    @Column(name = "CREATED_AT")
    private long createdAt;

    @Column(name = "CREATED_BY")
    private String createdBy;

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    @Column(name = "UPDATED_BY")
    private String updatedBy;

    @Column(name = "ARCHIVED_AT")
    private @Nullable Long archivedAt;

    @SuppressWarnings("UnusedVariable") // only queries read it
    private int archived;

    @SuppressWarnings("NullAway.Init")
    protected InteractionEntity() {}

    @SuppressWarnings("NullAway.Init")
    InteractionEntity(InteractionData data, Touch made) {
        this.createdAt = made.at().toEpochMilli();
        this.createdBy = made.by();
        this.updatedAt = createdAt;
        this.updatedBy = createdBy;
        fill(data);
    }

    void change(InteractionData data, Touch touch) {
        fill(data);
        touched(touch);
    }

    void archive(Touch touch) {
        touched(touch);
        this.archivedAt = updatedAt;
        this.archived = 1;
    }

    void restore(Touch touch) {
        touched(touch);
        this.archivedAt = null;
        this.archived = 0;
    }

    /** Each change is later than the one before, whatever the clock does: else it would not raise the version. */
    private void touched(Touch touch) {
        this.updatedAt = Math.max(touch.at().toEpochMilli(), updatedAt + 1);
        this.updatedBy = touch.by();
    }

    private void fill(InteractionData data) {
        this.customerId = data.customer().value();
        this.channel = data.channel();
        this.direction = data.direction();
        this.occurredAt = data.at().toEpochMilli();
        this.untilAt = data.until().map(Instant::toEpochMilli).orElse(null);
        this.subject = data.subject();
        this.summary = data.summary().orElse(null);
        this.outcome = data.result().orElse(null);
        this.doneBy = data.by().orElseThrow();
        this.nextOn = data.nextStep().map(NextStep::at).orElse(null);
        this.nextWhat = data.nextStep().map(NextStep::what).orElse(null);
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    boolean isAt(long expected) {
        return version == expected;
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    InteractionId id() {
        return new InteractionId(id);
    }

    Interaction toInteraction(List<PersonId> persons) {
        return new Interaction(
                id(),
                version,
                new InteractionData(
                        new CustomerId(customerId),
                        persons,
                        channel,
                        direction,
                        Instant.ofEpochMilli(occurredAt),
                        Optional.ofNullable(untilAt).map(Instant::ofEpochMilli),
                        subject,
                        Optional.ofNullable(summary),
                        Optional.ofNullable(outcome),
                        Optional.of(doneBy),
                        nextStep()),
                Instant.ofEpochMilli(createdAt),
                createdBy,
                Instant.ofEpochMilli(updatedAt),
                updatedBy,
                Optional.ofNullable(archivedAt).map(Instant::ofEpochMilli));
    }

    private Optional<NextStep> nextStep() {
        return nextOn == null || nextWhat == null ? Optional.empty() : Optional.of(new NextStep(nextOn, nextWhat));
    }
}
