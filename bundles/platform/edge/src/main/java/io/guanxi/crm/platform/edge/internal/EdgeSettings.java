package io.guanxi.crm.platform.edge.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the edge lets in. A change takes effect with the next request; nothing is restarted. */
@Component(service = EdgeSettings.class, configurationPid = "io.guanxi.crm.edge")
@Designate(ocd = EdgeSettings.Config.class)
public class EdgeSettings {

    /** The limits as they are configured. */
    @ObjectClassDefinition(name = "Guanxi CRM edge")
    public @interface Config {

        @AttributeDefinition(name = "Longest address", description = "Bytes of path and query, else 414")
        int addressMaxBytes() default 16 * 1024;

        @AttributeDefinition(name = "Longest headers", description = "Bytes of all headers together, else 431")
        int headersMaxBytes() default 16 * 1024;

        @AttributeDefinition(
                name = "At once",
                description = "Requests served at once by each module; 0 means eight for each processor, at least 16")
        int concurrent() default 0;

        @AttributeDefinition(
                name = "Queue",
                description = "Requests of each module that may wait for their turn, else 503")
        int queue() default 256;

        @AttributeDefinition(name = "Patience", description = "Milliseconds a request waits for its turn, else 503")
        int patienceMillis() default 5_000;

        @AttributeDefinition(
                name = "Files at once",
                description = "Uploads and exports of each module at once, else 503")
        int longConcurrent() default 8;

        @AttributeDefinition(
                name = "Rate",
                description = "Requests a second of one caller, else 429; 0 means any number")
        int callerPerSecond() default 5_000;

        @AttributeDefinition(name = "Burst", description = "Requests one caller may send at once")
        int callerBurst() default 10_000;
    }

    /** The same, checked. */
    record Limits(
            int addressMaxBytes,
            int headersMaxBytes,
            int concurrent,
            int queue,
            Duration patience,
            int longConcurrent,
            int callerPerSecond,
            int callerBurst) {

        static Limits of(Config config) {
            int usual = Math.max(16, 8 * Runtime.getRuntime().availableProcessors());
            return new Limits(
                    Math.max(256, config.addressMaxBytes()),
                    Math.max(1024, config.headersMaxBytes()),
                    config.concurrent() > 0 ? config.concurrent() : usual,
                    Math.max(0, config.queue()),
                    Duration.ofMillis(Math.max(1, config.patienceMillis())),
                    Math.max(1, config.longConcurrent()),
                    Math.max(0, config.callerPerSecond()),
                    Math.max(1, config.callerBurst()));
        }
    }

    private volatile Limits limits;

    @Activate
    public EdgeSettings(Config config) {
        limits = Limits.of(config);
    }

    EdgeSettings(Limits limits) {
        this.limits = limits;
    }

    @Modified
    void change(Config config) {
        limits = Limits.of(config);
    }

    Limits limits() {
        return limits;
    }
}
