package io.guanxi.crm.platform.events.service;

import java.time.Duration;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How events are delivered and how long they are kept. */
@ObjectClassDefinition(name = "CRM events")
@interface EventsConfig {

    @AttributeDefinition(name = "Attempts", description = "Failed deliveries before events are delivered one by one")
    int attempts() default 10;

    @AttributeDefinition(
            name = "Dead letters",
            description = "As many a subscriber may have; then it is the subscriber that is broken, and it waits")
    int deadLetters() default 1000;

    @AttributeDefinition(name = "Lease", description = "Seconds after which another node takes over from one that died")
    int leaseSeconds() default 15;

    @AttributeDefinition(name = "Retention", description = "Days an event is kept")
    int retentionDays() default 30;

    @AttributeDefinition(
            name = "Absence",
            description = "Days after which events are deleted without waiting for a subscriber that was not seen")
    int absenceDays() default 90;

    /** The part of it that a delivery needs. */
    record Rules(int attempts, int deadLetters, Duration lease, Duration firstPause) {

        static Rules of(EventsConfig config) {
            return new Rules(
                    Math.max(1, config.attempts()),
                    Math.max(1, config.deadLetters()),
                    Duration.ofSeconds(Math.max(3, config.leaseSeconds())),
                    Duration.ofSeconds(1));
        }
    }
}
