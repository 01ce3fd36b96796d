package com.example.oa;

import io.guanxi.crm.platform.http.CrmApplication;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The OA below {@code /crm/api/oa/v1}. */
@Component(service = Application.class, property = "crm.module=oa")
@JaxrsName("crm.oa")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.oa)")
public class OaApplication extends CrmApplication {

    @Activate
    public OaApplication(@Reference Inbox inbox) {
        super(new InboxResource(inbox));
    }
}
