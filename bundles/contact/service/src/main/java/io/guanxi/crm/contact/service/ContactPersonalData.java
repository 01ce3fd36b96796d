package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionFields;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.ErasedValues;
import io.guanxi.crm.platform.fields.values.ValueText;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.TextColumns;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What the contact log tells of persons. An interaction with one person alone loses its texts; of one with several people
 * only what names the person goes, and what was said there isn't given to one of them.
 */
@Component
public class ContactPersonalData implements PersonalDataSource {

    private static final String TYPE = "interaction";
    private static final Text LABEL = new Text("Contact log", "联系记录");
    private static final Text INTERACTIONS = new Text("Interactions", "互动记录");
    private static final Text PARTICIPANTS = new Text("Participations", "参与记录");
    private static final Text NO_TEXT = new Text(
            "That there was a contact, when and how, stays with the customer; texts and participants are gone.",
            "保留与客户的联系时间和方式，内容和参与人已删除。");
    private static final Text OTHERS =
            new Text("Others took part: only what named the person was taken out.", "另有他人参与：仅清除提及该个人的内容。");
    private static final Text MENTIONED =
            new Text("The person was mentioned; names and numbers were taken out.", "提及该个人的姓名和号码已清除。");

    private static final TextColumns TEXTS = new TextColumns(
            "CRM_CONTACT_INTERACTION",
            List.of("ID"),
            List.of("SUBJECT", "SUMMARY", "OUTCOME", "NEXT_WHAT"),
            "VERSION = VERSION + 1");

    private final ContactLog log;
    private final Jdbc jdbc;
    private final Neighbour<FieldCatalog> fields;

    @Activate
    public ContactPersonalData(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
            @Reference ContactLog log) {
        this(dataSource, log, Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public ContactPersonalData(DataSource dataSource, ContactLog log, Neighbour<FieldCatalog> fields) {
        this.jdbc = new Jdbc(dataSource);
        this.log = log;
        this.fields = fields;
    }

    @Deactivate
    void close() {
        fields.close();
    }

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public Text label() {
        return LABEL;
    }

    @Override
    public void trace(Subject subject, Traces traces) {
        jdbc.with(connection -> {
            traces.about(
                    TYPE,
                    ids(
                            connection,
                            "SELECT INTERACTION_ID FROM CRM_CONTACT_INTERACTION_PERSON WHERE PERSON_ID",
                            traces.aboutOf("person")));
            traces.about(TYPE, ofCustomers(connection, traces.aboutOf("customer")));
            traces.near(TYPE, ofCustomers(connection, traces.nearOf("customer")));
            return 0;
        });
    }

    private static Set<Long> ofCustomers(Connection connection, Set<Long> customers) throws SQLException {
        return ids(connection, "SELECT ID FROM CRM_CONTACT_INTERACTION WHERE CUSTOMER_ID", customers);
    }

    private static Set<Long> ids(Connection connection, String select, Set<Long> keys) throws SQLException {
        Set<Long> found = new TreeSet<>();
        KeyQuery.visit(connection, select, keys, row -> found.add(row.getLong(1)));
        return found;
    }

    // With somebody besides the person.
    private static Set<Long> shared(Connection connection, Traces traces) throws SQLException {
        Set<Long> shared = new HashSet<>();
        KeyQuery.visit(
                connection,
                "SELECT INTERACTION_ID, PERSON_ID FROM CRM_CONTACT_INTERACTION_PERSON WHERE INTERACTION_ID",
                traces.aboutOf(TYPE),
                row -> {
                    if (!traces.aboutOf("person").contains(row.getLong(2))) {
                        shared.add(row.getLong(1));
                    }
                });
        return shared;
    }

    @Override
    public void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer) {
        Set<Long> shared = jdbc.with(connection -> shared(connection, traces));
        for (long id : traces.aboutOf(TYPE)) {
            log.find(new InteractionId(id)).ifPresent(interaction -> visit(interaction, shared.contains(id), consumer));
        }
    }

    private void visit(Interaction interaction, boolean shared, Consumer<PersonalValue> consumer) {
        Sheet sheet = new Sheet(interaction.id().toString(), consumer);
        InteractionData data = interaction.data();
        sheet.add("channel", Optional.of(data.channel().name().toLowerCase(Locale.ROOT)));
        sheet.add("direction", Optional.of(data.direction().name().toLowerCase(Locale.ROOT)));
        sheet.add("at", Optional.of(data.at().toString()));
        sheet.add("until", data.until().map(Object::toString));
        if (shared) {
            return;
        }
        sheet.add("subject", Optional.of(data.subject()));
        sheet.add("summary", data.summary());
        sheet.add("result", data.result());
        sheet.add("nextStep.at", data.nextStep().map(step -> step.at().toString()));
        sheet.add("nextStep.what", data.nextStep().map(step -> step.what()));
        for (CustomField custom : fields.get().customFields(TYPE)) {
            Field field = custom.field();
            data.custom()
                    .get(field.code().substring(Field.CUSTOM.length()))
                    .ifPresent(value -> sheet.add(field.code(), field.label(), ValueText.of(value)));
        }
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        return jdbc.with(connection -> {
            Set<Long> shared = shared(connection, traces);
            Set<Long> alone = new TreeSet<>(traces.aboutOf(TYPE));
            alone.removeAll(shared);
            int participations = update(
                    connection, "DELETE FROM CRM_CONTACT_INTERACTION_PERSON WHERE PERSON_ID", traces.aboutOf("person"));
            int emptied = update(
                    connection,
                    "UPDATE CRM_CONTACT_INTERACTION SET SUBJECT = '" + Traces.BLANK
                            + "', SUMMARY = NULL, OUTCOME = NULL,"
                            + " NEXT_ON = NULL, NEXT_WHAT = NULL, VERSION = VERSION + 1 WHERE ID",
                    alone);
            ErasedValues values = new ErasedValues(InteractionValues.TABLE);
            values.all(connection, alone);
            values.some(connection, shared, personalFields(), traces::isIn);
            TEXTS.rewrite(connection, "ID", shared, traces::without);
            int mentions = TEXTS.rewrite(connection, "ID", traces.nearOf(TYPE), traces::without)
                    + values.some(connection, traces.nearOf(TYPE), Set.of(), traces::isIn);
            return Erased.builder()
                    .deleted("participation", PARTICIPANTS, participations)
                    .emptied(TYPE, INTERACTIONS, emptied, NO_TEXT)
                    .emptied("shared-interaction", INTERACTIONS, shared.size(), OTHERS)
                    .emptied("mention", INTERACTIONS, mentions, MENTIONED)
                    .build();
        });
    }

    private Set<Long> personalFields() {
        return fields.get().customFields(TYPE).stream()
                .filter(custom -> custom.field().use().personal())
                .map(CustomField::id)
                .collect(Collectors.toSet());
    }

    private static int update(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        int rows = 0;
        for (KeyList<Long> keys : KeyList.of(connection, ids)) {
            try (PreparedStatement statement = connection.prepareStatement(sql + keys.condition())) {
                keys.bind(statement, 1);
                rows += statement.executeUpdate();
            }
        }
        return rows;
    }

    /** The values of one interaction. */
    private static final class Sheet {

        private static final Map<String, Text> LABELS =
                InteractionFields.ALL.stream().collect(Collectors.toMap(Field::code, Field::label));

        private final String record;
        private final Consumer<PersonalValue> consumer;

        Sheet(String record, Consumer<PersonalValue> consumer) {
            this.record = record;
            this.consumer = consumer;
        }

        void add(String field, Optional<String> value) {
            value.ifPresent(text -> add(field, LABELS.getOrDefault(field, new Text(field, field)), text));
        }

        void add(String field, Text label, String value) {
            consumer.accept(new PersonalValue(INTERACTIONS, TYPE, record, field, label, value));
        }
    }
}
