package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What happened, for systems outside that keep their own position. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventsResource {

    private final Neighbour<EventFeed> feed;
    private final Neighbour<Access> access;

    EventsResource(Neighbour<EventFeed> feed, Neighbour<Access> access) {
        this.feed = feed;
        this.access = access;
    }

    /**
     * Some events in order.
     *
     * @param next where to go on
     */
    public record EventPage(List<EventView> items, long next) {}

    @GET
    @Operation(summary = "Events behind a position, oldest first")
    public EventPage after(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        access.get().requireAll(Action.READ, "event");
        long position = Params.position("after", after, 0);
        List<Event> events = feed.get().after(position, Params.integer("limit", limit, 500, 1, 1000));
        long next = events.isEmpty() ? position : events.get(events.size() - 1).sequence();
        return new EventPage(events.stream().map(EventView::of).toList(), next);
    }
}
