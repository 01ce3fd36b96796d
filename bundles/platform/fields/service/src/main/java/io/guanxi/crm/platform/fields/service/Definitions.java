package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.fields.UnknownFieldException;
import io.guanxi.crm.platform.fields.values.StandardValue;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.StaleVersionException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes and changes definitions, one at a time, in the caller's transaction. */
final class Definitions {

    private final FieldTable table;
    private final DefinitionsLock lock;
    private final Stores stores;
    private final Outbox outbox;
    private final DefinitionRules rules;

    Definitions(FieldTable table, DefinitionsLock lock, Stores stores, Outbox outbox) {
        this.table = table;
        this.lock = lock;
        this.stores = stores;
        this.outbox = outbox;
        this.rules = new DefinitionRules(stores);
    }

    CustomField define(FieldDefinition given) {
        FieldDefinition clean = cleaned(given, List.of());
        lock.exclude();
        Neighbourhood others = neighbourhood(clean.recordType());
        if (others.custom().size() >= CustomFieldAdmin.MOST_FIELDS) {
            throw new ConflictException(
                    FieldError.of("type", "too-many-fields", "At most 200 fields are allowed.", "最多 200 个自定义字段。"));
        }
        int last = others.custom().stream().mapToInt(CustomField::ordinal).max().orElse(0);
        CustomField field = new CustomField(
                table.freshId(),
                1,
                clean.recordType(),
                field(clean),
                clean.indexed(), // nothing is there that would have to be brought in
                false,
                clean.ordinal().orElse(last + 10),
                clean.standard(),
                false);
        others.requireFreeCode(field.code());
        others.requireFreeLabel(field);
        table.insert(field);
        return told("field.defined", field);
    }

    CustomField change(long id, long version, UnaryOperator<FieldDefinition> change) {
        lock.exclude();
        CustomField before = require(id);
        if (before.version() != version) {
            throw new StaleVersionException();
        }
        FieldDefinition definition = FieldDefinition.of(before);
        FieldDefinition given = change.apply(definition);
        refuseAnother(definition, given);
        FieldDefinition clean = cleaned(given, before.field().choices());
        boolean wasIndexed = before.isIndexKept();
        CustomField after = new CustomField(
                id,
                version + 1,
                before.recordType(),
                field(clean),
                clean.indexed() && before.indexed(),
                clean.indexed() && !before.indexed(),
                clean.ordinal().orElse(before.ordinal()),
                clean.standard(),
                before.retired());
        if (!after.retired()) {
            neighbourhood(after.recordType()).requireFreeLabel(after);
        }
        new ExistingValues(stores.require(after.recordType())).adapt(before, after);
        table.update(after);
        if (!wasIndexed && after.indexing()) {
            table.setIndexedTo(id, 0);
        }
        return told("field.changed", after);
    }

    CustomField move(long id, boolean retired) {
        lock.exclude();
        CustomField before = require(id);
        if (before.retired() == retired) {
            return before;
        }
        CustomField after = new CustomField(
                id,
                before.version() + 1,
                before.recordType(),
                before.field(),
                before.indexed(),
                before.indexing(),
                before.ordinal(),
                before.standard(),
                retired);
        if (!retired) {
            neighbourhood(after.recordType()).requireFreeLabel(after);
        }
        table.update(after);
        return told(retired ? "field.retired" : "field.restored", after);
    }

    private CustomField told(String topic, CustomField field) {
        lock.raise();
        outbox.publish(new News(
                topic,
                "field",
                field.id(),
                Map.of("type", field.recordType(), "code", field.field().code(), "version", field.version())));
        return field;
    }

    private CustomField require(long id) {
        return table.all().stream()
                .filter(field -> field.id() == id)
                .findFirst()
                .orElseThrow(() -> new UnknownFieldException(id));
    }

    private Neighbourhood neighbourhood(String recordType) {
        return new Neighbourhood(
                stores.type(recordType).map(RecordType::fields).orElse(List.of()),
                table.all().stream()
                        .filter(field -> field.recordType().equals(recordType))
                        .toList());
    }

    private FieldDefinition cleaned(FieldDefinition given, List<Choice> known) {
        FieldErrors errors = new FieldErrors();
        FieldDefinition clean = rules.clean(given, errors);
        for (Choice choice : known) {
            if (clean.choices().stream().noneMatch(c -> c.code().equals(choice.code()))) {
                errors.add(
                        "choices",
                        "choice-missing",
                        "“" + choice.code() + "” can't be taken away. Retire it.",
                        "选项“" + choice.code() + "”不能删除，请停用。");
            }
        }
        if (errors.isEmpty()) {
            StandardValue.check(field(clean), clean.standard(), errors);
        }
        errors.throwIfAny();
        return clean;
    }

    private static Field field(FieldDefinition d) {
        return new Field(
                Field.CUSTOM + d.code(),
                d.type(),
                d.label(),
                d.help(),
                d.section(),
                d.rules(),
                FieldTable.use(d.listed(), d.personal()),
                d.choices(),
                d.reference(),
                false);
    }

    /** What values hang on stays for ever. */
    private static void refuseAnother(FieldDefinition before, FieldDefinition after) {
        FieldErrors errors = new FieldErrors();
        refuse("type", before.recordType().equals(after.recordType()), errors);
        refuse("code", DefinitionRules.bare(before.code()).equals(DefinitionRules.bare(after.code())), errors);
        refuse("fieldType", before.type() == after.type(), errors);
        refuse("reference", before.reference().equals(after.reference()), errors);
        errors.throwIfAny();
    }

    private static void refuse(String field, boolean same, FieldErrors errors) {
        if (!same) {
            errors.add(field, "fixed", "This can't be changed once the field is there.", "字段建立后此项不可修改。");
        }
    }
}
