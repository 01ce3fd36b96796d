package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.Test;

public class MomentTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    public void readsInstantsAndOffsets() {
        assertThat(read("2026-03-01T08:30:00Z")).contains(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(read("2026-03-01T08:30:00.125Z")).contains(Instant.parse("2026-03-01T08:30:00.125Z"));
        assertThat(read("2026-03-01T08:30:00+02:00")).contains(Instant.parse("2026-03-01T06:30:00Z"));
        assertThat(read("2026-03-01 08:30 -0500")).contains(Instant.parse("2026-03-01T13:30:00Z"));
    }

    @Test
    public void readsLocalTimesInTheGivenZone() {
        assertThat(read("2026-03-01T08:30")).contains(Instant.parse("2026-03-01T00:30:00Z"));
        assertThat(read("2026-03-01 08:30:15")).contains(Instant.parse("2026-03-01T00:30:15Z"));
        assertThat(read("2026/3/1 8:30")).contains(Instant.parse("2026-03-01T00:30:00Z"));
        assertThat(read("2026-03-01")).contains(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @Test
    public void refusesWhatNoCalendarHas() {
        assertThat(read("2026-02-30")).isEmpty();
        assertThat(read("2025-02-29 10:00")).isEmpty();
        assertThat(read("2026-13-01")).isEmpty();
        assertThat(read("2026-03-01 24:00")).isEmpty();
        assertThat(read("2026-03-01 10:60")).isEmpty();
        assertThat(read("2026-03-01T10:00+25:00")).isEmpty();
    }

    @Test
    public void refusesWhatCouldBeTwoDays() {
        assertThat(read("03/04/2026")).isEmpty();
        assertThat(read("1.3.2026")).isEmpty();
        assertThat(read("2026-03/01")).isEmpty();
        assertThat(read("20260301")).isEmpty();
        assertThat(read("46082")).isEmpty();
        assertThat(read("yesterday")).isEmpty();
    }

    private static Optional<Instant> read(String text) {
        return Moment.parse(text, SHANGHAI);
    }
}
