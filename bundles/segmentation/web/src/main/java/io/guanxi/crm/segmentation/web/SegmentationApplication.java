package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmGrids;
import java.util.List;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** Segmentation over HTTP; stays up while the services behind it are exchanged. */
@Component(service = Application.class, property = "crm.module=segmentation")
@JaxrsName("crm.segmentation")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.segmentation)")
public class SegmentationApplication extends CrmApplication {

    private final List<Neighbour<?>> neighbours;

    @Activate
    public SegmentationApplication(BundleContext context) {
        this(
                Neighbour.tracked(context, Rfm.class),
                Neighbour.tracked(context, RfmGrids.class),
                Neighbour.tracked(context, CustomerArchive.class));
    }

    SegmentationApplication(Neighbour<Rfm> rfm, Neighbour<RfmGrids> grids, Neighbour<CustomerArchive> customers) {
        super(new GridResource(grids), new RfmResource(rfm, customers), new CustomerRfmResource(rfm, customers));
        this.neighbours = List.of(rfm, grids, customers);
    }

    @Deactivate
    public void close() {
        neighbours.forEach(Neighbour::close);
    }
}
