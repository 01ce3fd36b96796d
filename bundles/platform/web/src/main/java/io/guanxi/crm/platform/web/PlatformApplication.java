package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditChecks;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.events.Subscriptions;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.AccessPreviews;
import io.guanxi.crm.platform.security.ApiKeys;
import io.guanxi.crm.platform.security.Colleagues;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.Identities;
import io.guanxi.crm.platform.security.OwnAccount;
import io.guanxi.crm.platform.security.Roles;
import io.guanxi.crm.platform.security.SetUp;
import io.guanxi.crm.platform.security.SignIn;
import io.guanxi.crm.platform.security.Teams;
import io.guanxi.crm.platform.security.Users;
import io.guanxi.crm.platform.views.ListViews;
import java.time.Clock;
import java.util.List;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The platform's REST application; its services may be exchanged below it. */
@Component(service = Application.class, property = "crm.module=platform", configurationPid = "io.guanxi.crm.web")
@JaxrsName("crm.platform")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.platform)")
@Designate(ocd = PlatformApplication.Config.class)
public class PlatformApplication extends CrmApplication {

    @ObjectClassDefinition(name = "CRM web")
    @interface Config {

        @AttributeDefinition(name = "Longest upload", description = "Bytes a file for an import may have")
        long uploadMaxBytes() default 2L << 30;
    }

    private final List<Neighbour<?>> neighbours;

    @Activate
    public PlatformApplication(BundleContext bundles, Config config) {
        this(
                Neighbour.tracked(bundles, SignIn.class),
                Neighbour.tracked(bundles, SetUp.class),
                Neighbour.tracked(bundles, Imports.class),
                Neighbour.tracked(bundles, EventFeed.class),
                Neighbour.tracked(bundles, Subscriptions.class),
                Neighbour.tracked(bundles, Jobs.class),
                Neighbour.tracked(bundles, Access.class),
                Neighbour.tracked(bundles, FieldCatalog.class),
                Neighbour.tracked(bundles, CustomFieldAdmin.class),
                Neighbour.tracked(bundles, BulkChanges.class),
                Neighbour.tracked(bundles, ListViews.class),
                Neighbour.tracked(bundles, Users.class),
                Neighbour.tracked(bundles, Colleagues.class),
                Neighbour.tracked(bundles, Departments.class),
                Neighbour.tracked(bundles, Teams.class),
                Neighbour.tracked(bundles, Roles.class),
                Neighbour.tracked(bundles, AccessPreviews.class),
                Neighbour.tracked(bundles, Identities.class),
                Neighbour.tracked(bundles, OwnAccount.class),
                Neighbour.tracked(bundles, ApiKeys.class),
                Neighbour.tracked(bundles, AuditTrail.class),
                Neighbour.tracked(bundles, AuditChecks.class),
                Neighbour.tracked(bundles, PersonalData.class),
                config.uploadMaxBytes());
    }

    PlatformApplication(
            Neighbour<SignIn> signIn,
            Neighbour<SetUp> setUp,
            Neighbour<Imports> imports,
            Neighbour<EventFeed> events,
            Neighbour<Subscriptions> subscriptions,
            Neighbour<Jobs> jobs,
            Neighbour<Access> access,
            Neighbour<FieldCatalog> fields,
            Neighbour<CustomFieldAdmin> fieldAdmin,
            Neighbour<BulkChanges> bulk,
            Neighbour<ListViews> views,
            Neighbour<Users> users,
            Neighbour<Colleagues> colleagues,
            Neighbour<Departments> departments,
            Neighbour<Teams> teams,
            Neighbour<Roles> roles,
            Neighbour<AccessPreviews> previews,
            Neighbour<Identities> identities,
            Neighbour<OwnAccount> account,
            Neighbour<ApiKeys> keys,
            Neighbour<AuditTrail> audit,
            Neighbour<AuditChecks> auditChecks,
            Neighbour<PersonalData> personal,
            long uploadMaxBytes) {
        super(
                new SessionResource(signIn, account),
                new SetUpResource(setUp, signIn),
                new MeResource(account),
                new ImportsResource(imports, uploadMaxBytes),
                new EventsResource(events, access),
                new SubscriptionsResource(subscriptions),
                new JobsResource(jobs),
                new FieldsResource(fields, fieldAdmin, access),
                new BulkChangesResource(bulk),
                new ViewsResource(views),
                new UsersResource(users, previews, Clock.systemUTC()),
                new IdentityProvidersResource(identities),
                new ColleaguesResource(colleagues, Clock.systemUTC()),
                new DepartmentsResource(departments),
                new TeamsResource(teams),
                new RolesResource(roles, previews),
                new ApiKeysResource(keys),
                new AuditResource(audit, auditChecks, Clock.systemUTC()),
                new AuditFileResource(audit, Clock.systemUTC()),
                new PersonalDataResource(personal, Clock.systemUTC()),
                new ErasuresResource(personal));
        this.neighbours = List.of(
                signIn,
                setUp,
                imports,
                events,
                subscriptions,
                jobs,
                access,
                fields,
                fieldAdmin,
                bulk,
                views,
                users,
                colleagues,
                departments,
                teams,
                roles,
                previews,
                identities,
                account,
                keys,
                audit,
                auditChecks,
                personal);
    }

    @Deactivate
    public void close() {
        neighbours.forEach(Neighbour::close);
    }
}
