package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.JdbcValueStore;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The catalogue, and records of the type {@code sample} to try it on. */
final class Desk {

    static final String SAMPLE = "sample";
    static final String TABLE = "CRM_SAMPLE_RECORD";

    final RecordedOutbox outbox = new RecordedOutbox();
    final TestDatabase database;
    final JdbcFieldCatalog catalog;
    final CustomFields custom;
    private final AtomicLong ids = new AtomicLong();

    Desk(TestDatabase database) {
        this.database = database;
        this.catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, new OpenAccess());
        catalog.addStore(new JdbcValueStore(SAMPLE, database.jdbc(), TABLE));
        this.custom = new CustomFields(Neighbour.fixed(catalog), SAMPLE, database.jdbc(), TABLE);
    }

    static FieldDefinition definition(String code, FieldType type) {
        return FieldDefinition.of(SAMPLE, code, type, "The " + code, "字段" + code);
    }

    static FieldDefinition choice(FieldType type, String... codes) {
        return definition("rating", type)
                .with(List.of(codes).stream()
                        .map(code -> Choice.of(code, "Choice " + code, "选项" + code))
                        .toList());
    }

    static FieldRules unique() {
        return new FieldRules(false, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    CustomField define(String code, FieldType type) {
        return catalog.define(definition(code, type));
    }

    CustomField change(CustomField field, java.util.function.UnaryOperator<FieldDefinition> change) {
        return catalog.change(field.id(), catalog.find(field.id()).orElseThrow().version(), change);
    }

    /** A new record with these values. */
    long enter(CustomValues values) {
        long id = ids.incrementAndGet();
        database.transactions().run(() -> {
            database.jdbc().update("INSERT INTO " + TABLE + " (ID) VALUES (?)", s -> s.setLong(1, id));
            write(id, Optional.empty(), values);
        });
        return id;
    }

    void change(long record, CustomValues values) {
        database.transactions().run(() -> write(record, Optional.of(custom.of(record)), values));
    }

    /** As a service does: definitions first, then the record. */
    void changeLocked(long record, CustomValues values) {
        database.transactions().run(() -> {
            custom.holdDefinitions();
            database.jdbc().update("UPDATE " + TABLE + " SET ID = ID WHERE ID = ?", s -> s.setLong(1, record));
            write(record, Optional.of(custom.of(record)), values);
        });
    }

    private void write(long record, Optional<CustomValues> before, CustomValues given) {
        FieldErrors errors = new FieldErrors();
        CustomValues clean = custom.clean(given, before, errors);
        errors.throwIfAny();
        custom.write(record, before.orElse(CustomValues.NONE), clean);
    }

    static CustomValues text(String code, String text) {
        return CustomValues.of(code, new TextValue(text));
    }

    long rows(String suffix) {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM " + TABLE + suffix, s -> {}, row -> row.getLong(1))
                .orElseThrow();
    }

    void close() {
        catalog.close();
    }
}
