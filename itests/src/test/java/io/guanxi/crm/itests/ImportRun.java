package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An import as a client sees it from the upload to its end. */
final class ImportRun {

    private static final String IMPORTS = "/crm/api/platform/v1/imports";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MINUTES = 5;

    private final Web web;
    private final JsonNode job;

    private ImportRun(Web web, JsonNode job) {
        this.web = web;
        this.job = job;
    }

    static ImportRun of(Web web, String query, byte[] csv) throws Exception {
        return await(web, web.upload(IMPORTS + "?" + query, csv));
    }

    static ImportRun of(Web web, String query, Path csv) throws Exception {
        return await(web, web.upload(IMPORTS + "?" + query, csv));
    }

    private static ImportRun await(Web web, Web.Answer accepted) throws Exception {
        assertEquals(accepted.body(), 202, accepted.status());
        String location = accepted.header("Location").orElseThrow();
        String path = location.substring(location.indexOf("/crm/"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < end) {
            JsonNode job = JSON.readTree(web.get(path).body());
            String state = job.get("state").asText();
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                return new ImportRun(web, job);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("import did not end: " + web.get(path).body());
    }

    String id() {
        return job.get("id").asText();
    }

    String state() {
        return job.get("state").asText();
    }

    long number(String name) {
        return job.get(name).asLong();
    }

    String rejects() throws Exception {
        return web.get(IMPORTS + "/" + id() + "/rejects").body();
    }

    @Override
    public String toString() {
        return job.toString();
    }
}
