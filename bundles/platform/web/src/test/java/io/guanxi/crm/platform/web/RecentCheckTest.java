package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.audit.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class RecentCheckTest {

    @Test
    public void theSameIsNotCheckedTwiceWithinTenSeconds() {
        AtomicInteger checks = new AtomicInteger();
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Iterator<Instant> times = List.of(noon, noon.plusSeconds(9), noon.plusSeconds(11), noon.plusSeconds(12))
                .iterator();
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return times.next();
            }
        };
        RecentCheck recent = new RecentCheck(clock);

        assertThat(recent.get(() -> numbered(checks.incrementAndGet())).entries())
                .isEqualTo(1);
        assertThat(recent.get(() -> numbered(checks.incrementAndGet())).entries())
                .isEqualTo(1);
        assertThat(recent.get(() -> numbered(checks.incrementAndGet())).entries())
                .isEqualTo(2);
    }

    private static Verification numbered(int entries) {
        return new Verification(Instant.EPOCH, entries, 0, 0, 0, 0, Optional.empty(), List.of(), 0);
    }
}
