package io.guanxi.crm.customer.service;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who made and last changed a record, and whether it was taken out of the lists. */
@Embeddable
class History {

    @Column(name = "CREATED_AT")
    private long createdAt;

    @Column(name = "CREATED_BY")
    private String createdBy = "";

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    @Column(name = "UPDATED_BY")
    private String updatedBy = "";

    @Column(name = "ARCHIVED_AT")
    private @Nullable Long archivedAt;

    @SuppressWarnings("UnusedVariable") // only queries read it
    private int archived;

    protected History() {}

    History(Touch made) {
        this.createdAt = made.at().toEpochMilli();
        this.createdBy = made.by();
        this.updatedAt = createdAt;
        this.updatedBy = createdBy;
    }

    /** Each change is later than the one before, whatever the clock does: else it would not raise the record's version. */
    void changed(Touch touch) {
        this.updatedAt = Math.max(touch.at().toEpochMilli(), updatedAt + 1);
        this.updatedBy = touch.by();
    }

    void archived(Touch touch) {
        changed(touch);
        this.archivedAt = updatedAt;
        this.archived = 1;
    }

    void restored(Touch touch) {
        changed(touch);
        this.archivedAt = null;
        this.archived = 0;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    String createdBy() {
        return createdBy;
    }

    Instant updatedAt() {
        return Instant.ofEpochMilli(updatedAt);
    }

    String updatedBy() {
        return updatedBy;
    }

    Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt).map(Instant::ofEpochMilli);
    }
}
