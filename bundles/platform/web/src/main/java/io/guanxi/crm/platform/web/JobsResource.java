package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Recurring and one-off work. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobsResource {

    private static final String LIST = "runs";

    private final Neighbour<Jobs> jobs;

    JobsResource(Neighbour<Jobs> jobs) {
        this.jobs = jobs;
    }

    /** All jobs. */
    public record JobList(List<JobView> items) {}

    @GET
    @Operation(summary = "Jobs by name, with their last and next run")
    public JobList list() {
        return new JobList(jobs.get().list().stream().map(JobView::of).toList());
    }

    @GET
    @Path("{name}/runs")
    @Operation(summary = "The runs of a job, newest first")
    public Page<JobView.RunView> runs(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return NumberedPage.of(
                LIST + ":" + name,
                limit,
                after,
                (before, most) -> jobs.get().runs(name, before, most),
                JobView.RunView::of,
                run -> run.id());
    }

    @POST
    @Path("{name}/run")
    @Operation(summary = "Start a job now")
    @ApiResponse(responseCode = "202", description = "it starts within a second or so")
    public Response start(@PathParam("name") String name) {
        jobs.get().start(name);
        return Response.accepted().build();
    }

    @POST
    @Path("{name}/cancel")
    @Operation(summary = "Ask the run under way to stop")
    @ApiResponse(responseCode = "202", description = "it ends as soon as it can")
    public Response cancel(@PathParam("name") String name) {
        jobs.get().cancel(name);
        return Response.accepted().build();
    }
}
