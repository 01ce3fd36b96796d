package io.guanxi.crm.reporting.web;

import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.reporting.Reports;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** Reports over HTTP; stays up while the service behind it is exchanged. */
@Component(service = Application.class, property = "crm.module=reporting")
@JaxrsName("crm.reporting")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.reporting)")
public class ReportingApplication extends CrmApplication {

    private final Neighbour<Reports> reports;

    @Activate
    public ReportingApplication(BundleContext context) {
        this(Neighbour.tracked(context, Reports.class));
    }

    ReportingApplication(Neighbour<Reports> reports) {
        super(new ReportResource(reports));
        this.reports = reports;
    }

    @Deactivate
    public void close() {
        reports.close();
    }
}
