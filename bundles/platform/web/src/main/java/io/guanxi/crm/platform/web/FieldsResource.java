package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.fields.UnknownFieldException;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** The fields of all record types; custom ones can be added and changed. */
@Path("fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fields")
public class FieldsResource {

    private final Neighbour<FieldCatalog> catalog;
    private final Neighbour<CustomFieldAdmin> admin;
    private final Neighbour<Access> access;

    FieldsResource(Neighbour<FieldCatalog> catalog, Neighbour<CustomFieldAdmin> admin, Neighbour<Access> access) {
        this.access = access;
        this.catalog = catalog;
        this.admin = admin;
    }

    @GET
    @Operation(summary = "The fields of a record type, or of all: the module's own, then custom ones in their order")
    public Page<FieldView> list(
            @QueryParam("type") @Nullable String type, @QueryParam("retired") @Nullable String retired) {
        boolean all = Params.flag("retired", retired, false);
        List<FieldView> fields = types(Params.text("type", type))
                .distinct()
                .flatMap(code -> fields(code, all))
                .toList();
        return new Page<>(fields, Optional.empty(), Optional.empty());
    }

    private Stream<String> types(Optional<String> type) {
        return type.isPresent() ? type.stream() : catalog.get().types().stream().map(RecordType::code);
    }

    private Stream<FieldView> fields(String type, boolean retired) {
        FieldRights rights = access.get().fields(type);
        Stream<FieldView> own = catalog.get().type(type).stream()
                .flatMap(its -> its.fields().stream())
                .map(field -> FieldView.of(type, field, right(field, rights)));
        Stream<FieldView> custom = admin.get().all(type).stream()
                .filter(field -> retired || !field.retired())
                .map(field -> FieldView.of(field, rights.of(field.field().code())));
        return Stream.concat(own, custom).filter(field -> field.access() != FieldRight.NONE);
    }

    // A list of addresses is written as a whole or not at all.
    private static FieldRight right(Field field, FieldRights rights) {
        FieldRight own = rights.of(field.code());
        int dot = field.code().indexOf('.');
        boolean part = field.many() && !field.isCustom() && dot > 0;
        return part && own == FieldRight.WRITE && !rights.writes(field.code().substring(0, dot))
                ? FieldRight.READ
                : own;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a custom field; it is in force at once")
    public Response define(FieldBody body, @Context UriInfo uri) {
        CustomField field = admin.get().define(body.toDefinition());
        return Versioned.created(uri, Ids.toText(field.id()), field.version(), FieldView.of(field));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One custom field, retired or not")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes a custom field, its values stay: JSON Merge Patch with If-Match")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        CustomField field = found(id);
        ETags.require(ifMatch, field.version());
        FieldBody wanted = MergePatch.apply(
                FieldView.of(field),
                FieldBody.of(FieldDefinition.of(field)),
                patch,
                FieldBody.class,
                FieldView.READ_ONLY);
        return shown(admin.get().change(field.id(), version, definition -> wanted.toDefinition()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Retires a custom field; its values are kept")
    public void retire(@PathParam("id") String id) {
        admin.get().retire(Ids.inPath(id));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Brings a retired field back, with its values")
    public Response restore(@PathParam("id") String id) {
        return shown(admin.get().restore(Ids.inPath(id)));
    }

    private CustomField found(String id) {
        long number = Ids.inPath(id);
        return admin.get().find(number).orElseThrow(() -> new UnknownFieldException(number));
    }

    private static Response shown(CustomField field) {
        return Versioned.ok(field.version(), FieldView.of(field));
    }
}
