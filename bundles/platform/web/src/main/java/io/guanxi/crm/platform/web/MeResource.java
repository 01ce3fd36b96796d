package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Callers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The caller. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class MeResource {

    @GET
    @Operation(summary = "Who am I?")
    public CallerView me() {
        return CallerView.of(Callers.require());
    }
}
