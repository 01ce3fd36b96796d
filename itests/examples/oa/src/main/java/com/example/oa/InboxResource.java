package com.example.oa;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.OptionalLong;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The announcements over HTTP. */
@Path("inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inbox")
public class InboxResource {

    private final Inbox inbox;

    InboxResource(Inbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(summary = "Announcements, newest first if not asked otherwise")
    public Page<AnnouncementView> list(
            @BeanParam ListParameters parameters, @QueryParam("customerId") @Nullable String customerId) {
        ListRequest<AnnouncementView> request =
                parameters.read("oa-inbox", AnnouncementTable.FIELDS, "-at", AnnouncementView.class, Clock.systemUTC());
        OptionalLong customer = Ids.optional("customerId", customerId);
        return request.page(
                inbox.list(customer, request.query()),
                AnnouncementView::of,
                () -> inbox.count(customer, request.query()));
    }
}
