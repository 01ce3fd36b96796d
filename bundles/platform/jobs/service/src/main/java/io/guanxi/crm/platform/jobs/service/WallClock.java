package io.guanxi.crm.platform.jobs.service;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times of the clock on the wall. The expression is evaluated on local times, which know no daylight saving; each is then
 * placed in the zone: one that the clock skips is when the skipping is over, one that it shows twice is the first of both,
 * or both for a job that runs in every hour.
 */
final class WallClock {

    // No zone has put its clock back by more than two hours since there is daylight saving.
    private static final Duration LARGEST_CHANGE = Duration.ofHours(3);

    private final ExecutionTime times;
    private final ZoneId zone;
    private final boolean everyHour;

    private WallClock(ExecutionTime times, ZoneId zone, boolean everyHour) {
        this.times = times;
        this.zone = zone;
        this.everyHour = everyHour;
    }

    /** @throws IllegalArgumentException for an expression that isn't one of crontab(5) */
    static WallClock of(String expression, ZoneId zone) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        String[] fields = expression.strip().split("\\s+", -1);
        return new WallClock(
                ExecutionTime.forCron(parser.parse(expression)), zone, fields.length > 1 && fields[1].startsWith("*"));
    }

    /** The first time behind this instant; empty for an expression that never comes true. */
    Optional<Instant> next(Instant after) {
        ZonedDateTime local =
                after.atZone(zone).withZoneSameLocal(ZoneOffset.UTC).minus(LARGEST_CHANGE);
        Optional<Instant> best = Optional.empty();
        for (Optional<ZonedDateTime> time = times.nextExecution(local);
                time.isPresent();
                time = times.nextExecution(time.get())) {
            List<Instant> instants = placed(time.get().toLocalDateTime());
            for (Instant instant : instants) {
                if (instant.isAfter(after)
                        && best.filter(known -> !instant.isBefore(known)).isEmpty()) {
                    best = Optional.of(instant);
                }
            }
            // A later local time can be an earlier instant by no more than the clock is ever put back.
            if (best.isPresent() && instants.get(0).isAfter(best.get().plus(LARGEST_CHANGE))) {
                return best;
            }
        }
        return best;
    }

    private List<Instant> placed(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            return List.of(zone.getRules().getTransition(time).getInstant());
        }
        List<Instant> instants = new ArrayList<>();
        for (ZoneOffset offset : everyHour ? offsets : offsets.subList(0, 1)) {
            instants.add(time.toInstant(offset));
        }
        return instants;
    }
}
