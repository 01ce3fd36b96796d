package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.UnknownInteractionException;
import io.guanxi.crm.platform.http.RecordBulk;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.modules.Neighbour;
import java.util.EnumSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Many interactions at once. */
@Component(service = BulkTarget.class)
public class InteractionsBulk extends RecordBulk<Interaction, InteractionBody> {

    private final Neighbour<ContactLog> log;

    @Activate
    public InteractionsBulk(BundleContext context) {
        this(Neighbour.tracked(context, ContactLog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    InteractionsBulk(Neighbour<ContactLog> log) {
        super(
                "interactions",
                "interaction",
                InteractionBody.class,
                EnumSet.of(BulkAction.ARCHIVE, BulkAction.RESTORE, BulkAction.PATCH));
        this.log = log;
    }

    @Deactivate
    void close() {
        log.close();
    }

    @Override
    protected Interaction find(BulkRequest request, long id) {
        InteractionId interaction = new InteractionId(id);
        return log.get().find(interaction).orElseThrow(() -> new UnknownInteractionException(interaction));
    }

    @Override
    protected long version(Interaction interaction) {
        return interaction.version();
    }

    @Override
    protected InteractionBody body(Interaction interaction) {
        return InteractionBody.of(interaction.data());
    }

    @Override
    protected Interaction change(Interaction before, InteractionBody wanted) {
        return log.get().change(before.id(), before.version(), data -> wanted.toData());
    }

    @Override
    protected Interaction act(Interaction before, BulkAction action) {
        return action == BulkAction.ARCHIVE
                ? log.get().archive(before.id())
                : log.get().restore(before.id());
    }
}
