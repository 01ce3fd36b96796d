package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.views.ListView;
import io.guanxi.crm.platform.views.ListViews;
import io.guanxi.crm.platform.views.UnknownViewException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Views of lists: the caller's own, and those that are shared. */
@Path("views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "views")
public class ViewsResource {

    private static final String LIST = "views";

    private final Neighbour<ListViews> views;

    ViewsResource(Neighbour<ListViews> views) {
        this.views = views;
    }

    @GET
    @Operation(summary = "The views of a list, by name: the caller's own, and shared ones")
    public Page<ViewView> list(
            @QueryParam("list") @Nullable String list,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        String name = Params.text("list", list)
                .orElseThrow(() -> new MalformedRequestException(
                        "list", "required", "Say which list, such as customer.", "请指明列表，例如 customer。"));
        return Positioned.page(LIST, limit, after, () -> views.get().of(name), ViewView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keeps a view")
    public Response create(ViewBody body, @Context UriInfo uri) {
        ListView view = views.get().create(body.toData(), body.standard().orElse(false));
        return Versioned.created(uri, Ids.toText(view.id()), view.version(), ViewView.of(view));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One view")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(
            summary = "Changes a view: JSON Merge Patch with If-Match",
            description = "Others change nothing of a shared view, but they may make it their default.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        ListView before = found(id);
        ETags.require(ifMatch, before.version());
        ViewBody wanted =
                MergePatch.apply(ViewView.of(before), ViewBody.of(before), patch, ViewBody.class, ViewView.READ_ONLY);
        boolean same = wanted.toData().equals(before.data());
        ListView changed = same ? before : views.get().change(before.id(), version, data -> wanted.toData());
        boolean standard = wanted.standard().orElse(false);
        return shown(changed.standard() == standard ? changed : views.get().standard(before.id(), standard));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a view")
    public void delete(@PathParam("id") String id) {
        views.get().delete(Ids.inPath(id));
    }

    private ListView found(String id) {
        return views.get().find(Ids.inPath(id)).orElseThrow(UnknownViewException::new);
    }

    private static Response shown(ListView view) {
        return Versioned.ok(view.version(), ViewView.of(view));
    }
}
