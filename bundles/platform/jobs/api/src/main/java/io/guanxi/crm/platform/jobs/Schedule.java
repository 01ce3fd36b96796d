package io.guanxi.crm.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a job runs. Times that passed while no node was there are made up for by one run. */
public sealed interface Schedule {

    /**
     * At times of the clock on the wall.
     *
     * @param expression five fields, as of crontab(5): minute, hour, day of month, month, day of week
     */
    record Cron(String expression, ZoneId zone) implements Schedule {}

    /** So long after the end of the run before; at once the first time. */
    record Every(Duration pause) implements Schedule {}

    /** One time only, as long as the database remembers. */
    record Once(Instant at) implements Schedule {}

    /** Only when somebody starts it. */
    record OnDemand() implements Schedule {}

    /**
     * Where the clock is put forward over a time, the job runs when that is over; where it is put back and a time comes
     * twice, the job runs the first time only, unless it runs in every hour ({@code *} or {@code *}{@code /n}).
     */
    static Schedule cron(String expression, ZoneId zone) {
        return new Cron(expression, zone);
    }

    static Schedule daily(LocalTime at, ZoneId zone) {
        return new Cron(at.getMinute() + " " + at.getHour() + " * * *", zone);
    }

    static Schedule every(Duration pause) {
        return new Every(pause);
    }

    static Schedule once(Instant at) {
        return new Once(at);
    }

    static Schedule onDemand() {
        return new OnDemand();
    }
}
