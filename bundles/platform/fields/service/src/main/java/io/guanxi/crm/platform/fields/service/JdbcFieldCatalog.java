package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Definitions in the database, kept in memory; types and stores as the modules come and go. */
@Component(service = {FieldCatalog.class, CustomFieldAdmin.class})
public class JdbcFieldCatalog implements FieldCatalog, CustomFieldAdmin {

    private static final String TYPE = "field";

    private final Access access;
    private final Transactions transactions;
    private final Stores stores = new Stores();
    private final Memory memory;
    private final Definitions definitions;
    private final Upkeep upkeep;

    @Activate
    public JdbcFieldCatalog(
            @Reference(target = "(osgi.jndi.service.name=crm/fields)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference Access access) {
        Jdbc jdbc = new Jdbc(dataSource);
        DefinitionsLock lock = new DefinitionsLock(jdbc);
        FieldTable table = new FieldTable(jdbc);
        this.access = access;
        this.transactions = transactions;
        this.memory = new Memory(table, lock);
        this.definitions = new Definitions(table, lock, stores, outbox);
        this.upkeep = new Upkeep(memory, new IndexFilling(table, lock, stores, transactions));
    }

    @Deactivate
    public void close() {
        upkeep.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addType(RecordType type) {
        stores.add(type);
    }

    public void removeType(RecordType type) {
        stores.remove(type);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addStore(ValueStore store) {
        stores.add(store);
    }

    public void removeStore(ValueStore store) {
        stores.remove(store);
    }

    @Override
    public List<RecordType> types() {
        return stores.types();
    }

    @Override
    public Optional<RecordType> type(String code) {
        return stores.type(code);
    }

    @Override
    public List<Field> fields(String type) {
        return stores.type(type).stream()
                .flatMap(its -> Stream.concat(
                        its.fields().stream(), customFields(type).stream().map(CustomField::field)))
                .toList();
    }

    @Override
    public List<CustomField> customFields(String type) {
        return memory.now().active(type);
    }

    @Override
    public List<CustomField> lockedFields(String type) {
        return memory.locked().active(type);
    }

    @Override
    public Set<Long> existing(String type, Collection<Long> ids) {
        return stores.require(type).existing(ids);
    }

    @Override
    public List<CustomField> all(String recordType) {
        access.require(Action.READ, TYPE);
        return memory.now().all(recordType);
    }

    @Override
    public Optional<CustomField> find(long id) {
        access.require(Action.READ, TYPE);
        return memory.now().find(id);
    }

    @Override
    public CustomField define(FieldDefinition definition) {
        return changed(() -> definitions.define(definition));
    }

    @Override
    public CustomField change(long id, long version, UnaryOperator<FieldDefinition> change) {
        return changed(() -> definitions.change(id, version, change));
    }

    @Override
    public CustomField retire(long id) {
        return changed(() -> definitions.move(id, true));
    }

    @Override
    public CustomField restore(long id) {
        return changed(() -> definitions.move(id, false));
    }

    /** The caller sees the change at once, other nodes when they ask next, at the latest after a second. */
    private CustomField changed(Supplier<CustomField> work) {
        access.require(Action.CONFIGURE, TYPE);
        CustomField field = transactions.call(work);
        memory.refresh();
        upkeep.wake();
        return field;
    }
}
