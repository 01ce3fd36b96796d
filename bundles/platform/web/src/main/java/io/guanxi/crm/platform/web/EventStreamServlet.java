package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.edge.EndlessAnswer;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.io.IOException;
import java.time.Duration;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The change feed as server-sent events. A client that comes back names the last event it has got. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.platform)")
@HttpWhiteboardServletName("crm.events.stream")
@HttpWhiteboardServletPattern("/v1/events/stream")
@HttpWhiteboardServletAsyncSupported
public class EventStreamServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Neighbour<EventFeed> feed;
    private final transient Neighbour<Access> access;
    private final transient EventStreams streams;

    @Activate
    public EventStreamServlet(BundleContext bundles) {
        this(
                Neighbour.tracked(bundles, EventFeed.class),
                Neighbour.tracked(bundles, Access.class),
                EventStreams.Limits.STANDARD);
    }

    EventStreamServlet(Neighbour<EventFeed> feed, Neighbour<Access> access, EventStreams.Limits limits) {
        this.feed = feed;
        this.access = access;
        this.streams = new EventStreams(feed, limits);
    }

    /** All streams end; their clients come back to whoever serves them then. */
    @Deactivate
    public void close() {
        streams.close();
        feed.close();
        access.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        access.get().requireAll(Action.READ, "event");
        String last = request.getHeader("Last-Event-ID");
        String after = last == null ? request.getParameter("after") : last;
        long position = after == null ? feed.get().head() : Params.position("after", after, 0);
        streams.requireRoom();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // asks proxies not to hold it back
        request.setAttribute(EndlessAnswer.ATTRIBUTE, true);
        AsyncContext async = request.startAsync();
        async.setTimeout(Duration.ZERO.toMillis()); // the stream's own limits end it
        streams.open(async, position);
    }
}
