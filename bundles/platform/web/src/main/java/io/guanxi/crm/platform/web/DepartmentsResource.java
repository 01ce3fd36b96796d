package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.UnknownDepartmentException;
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

/** The departments, a tree. */
@Path("departments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "departments")
public class DepartmentsResource {

    private static final String LIST = "departments";

    private final Neighbour<Departments> departments;

    DepartmentsResource(Neighbour<Departments> departments) {
        this.departments = departments;
    }

    @GET
    @Operation(summary = "All departments, each behind the one above it, and by name under the same one")
    public Page<DepartmentView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> departments.get().list(), this::view);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a department")
    public Response create(DepartmentBody body, @Context UriInfo uri) {
        Department department = departments.get().create(body.toData());
        return Versioned.created(uri, Ids.toText(department.id()), department.version(), view(department));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One department")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(
            summary = "Renames a department, or moves it with all below it: JSON Merge Patch with If-Match",
            description = "A department can't be moved below itself.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Department before = found(id);
        ETags.require(ifMatch, before.version());
        DepartmentBody wanted = MergePatch.apply(
                view(before), DepartmentBody.of(before.data()), patch, DepartmentBody.class, DepartmentView.READ_ONLY);
        return shown(departments.get().change(before.id(), version, data -> wanted.toData()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a department that nobody and nothing is in")
    public void delete(@PathParam("id") String id) {
        departments.get().delete(Ids.inPath(id));
    }

    private Department found(String id) {
        return departments.get().find(Ids.inPath(id)).orElseThrow(UnknownDepartmentException::new);
    }

    private DepartmentView view(Department department) {
        return DepartmentView.of(department, departments.get().isManaged(department));
    }

    private Response shown(Department department) {
        return Versioned.ok(department.version(), view(department));
    }
}
