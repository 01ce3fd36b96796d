package io.guanxi.crm.platform.schema;

import java.util.Dictionary;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.FrameworkUtil;

/** Tells whether a module's tables are as its code wants them. */
final class SchemaHealth implements HealthCheck {

    private final String module;
    private volatile Result result;

    SchemaHealth(String module) {
        this.module = module;
        this.result = new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "no database yet");
    }

    void waiting() {
        result = new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "the database is away");
    }

    void migrated(String version) {
        result = new Result(Result.Status.OK, "schema of version " + version);
    }

    void failed(MigrationFailedException failure) {
        result = new Result(Result.Status.CRITICAL, "changelog failed, see the log: " + failure.getMessage());
    }

    @Override
    public Result execute() {
        return result;
    }

    Dictionary<String, Object> properties() {
        return FrameworkUtil.asDictionary(
                Map.of(HealthCheck.NAME, "schema " + module, HealthCheck.TAGS, new String[] {"crm", "schema"}));
    }
}
