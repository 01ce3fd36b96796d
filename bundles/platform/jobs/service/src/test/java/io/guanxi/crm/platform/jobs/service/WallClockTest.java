package io.guanxi.crm.platform.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class WallClockTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    public void runsAfterTheTimeThatIsSkipped() {
        // On 29 March 2026 02:00 becomes 03:00 in Berlin.
        assertThat(times("30 2 * * *", BERLIN, "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    public void runsOnceAtTheTimeThatComesTwice() {
        // On 25 October 2026 03:00 becomes 02:00 in Berlin.
        assertThat(times("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(WallClock.of("30 2 * * *", BERLIN).next(Instant.parse("2026-10-25T01:00:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    public void anHourlyJobRunsEveryHourWhateverTheClockDoes() {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe")) {
            for (String start : List.of("2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2026-11-01T00:00:00Z")) {
                List<Instant> runs = runs("*/30 * * * *", ZoneId.of(zone), Instant.parse(start), 100);
                for (int i = 1; i < runs.size(); i++) {
                    assertThat(Duration.between(runs.get(i - 1), runs.get(i)))
                            .as(zone + " " + runs.get(i))
                            .isEqualTo(Duration.ofMinutes(30));
                }
            }
        }
    }

    /** Every day of a year has its one run, in zones with daylight saving at night, at midnight, by half an hour, and without. */
    @Test
    public void runsOnceADayAtEveryTimeOfDay() {
        for (String zone :
                List.of("Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Shanghai")) {
            for (String time : List.of("0 0", "30 0", "59 1", "0 2", "15 2", "30 2", "0 3", "59 23")) {
                ZoneId id = ZoneId.of(zone);
                Set<LocalDate> days = new HashSet<>();
                Instant start = LocalDate.of(2026, 1, 1)
                        .atStartOfDay(id)
                        .minusSeconds(1)
                        .toInstant();
                for (Instant run : runs(time + " * * *", id, start, 365)) {
                    assertThat(days.add(run.atZone(id).toLocalDate()))
                            .as(zone + " " + time + " twice on " + run.atZone(id))
                            .isTrue();
                }
                assertThat(days).as(zone + " " + time).contains(LocalDate.of(2026, 12, 31));
            }
        }
    }

    @Test
    public void knowsWeekdaysAndLeapDays() {
        assertThat(times("0 8 * * 1", ZoneId.of("Asia/Shanghai"), "2026-11-22T00:00:00Z", 1))
                .containsExactly("2026-11-23T00:00:00Z");
        assertThat(times("0 0 29 2 *", ZoneId.of("UTC"), "2026-01-01T00:00:00Z", 1))
                .containsExactly("2028-02-29T00:00:00Z");
    }

    @Test
    public void refusesWhatIsNoExpression() {
        assertThatThrownBy(() -> WallClock.of("every day", BERLIN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> times(String cron, ZoneId zone, String after, int count) {
        return runs(cron, zone, Instant.parse(after), count).stream()
                .map(Instant::toString)
                .toList();
    }

    private static List<Instant> runs(String cron, ZoneId zone, Instant after, int count) {
        WallClock clock = WallClock.of(cron, zone);
        List<Instant> runs = new ArrayList<>();
        Instant at = after;
        for (int i = 0; i < count; i++) {
            at = clock.next(at).orElseThrow();
            runs.add(at);
        }
        return runs;
    }
}
