package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.jobs.Schedule;
import java.time.Instant;
import java.util.Optional;

/** The times of a schedule. */
final class Timetable {

    private Timetable() {}

    /** In words; another text means another schedule. */
    static String text(Schedule schedule) {
        if (schedule instanceof Schedule.Cron cron) {
            return cron.expression() + " " + cron.zone().getId();
        }
        if (schedule instanceof Schedule.Every every) {
            return "every " + every.pause();
        }
        return schedule instanceof Schedule.Once once ? "once " + once.at() : "on demand";
    }

    /** When it is due for the first time, seen from now. */
    static Optional<Instant> first(Schedule schedule, Instant now) {
        if (schedule instanceof Schedule.Every) {
            return Optional.of(now);
        }
        return schedule instanceof Schedule.Once once ? Optional.of(once.at()) : next(schedule, now);
    }

    /** When it is due after a run that ended now; times that have passed meanwhile are not made up for again. */
    static Optional<Instant> next(Schedule schedule, Instant now) {
        if (schedule instanceof Schedule.Cron cron) {
            return WallClock.of(cron.expression(), cron.zone()).next(now);
        }
        return schedule instanceof Schedule.Every every ? Optional.of(now.plus(every.pause())) : Optional.empty();
    }
}
