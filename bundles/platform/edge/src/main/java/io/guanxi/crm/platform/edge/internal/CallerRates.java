package io.guanxi.crm.platform.edge.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each caller may ask, over all modules: a token bucket for every account that was ever here. */
final class CallerRates {

    private final EdgeSettings settings;
    private final Map<String, Metered> callers = new ConcurrentHashMap<>();

    CallerRates(EdgeSettings settings) {
        this.settings = settings;
    }

    /** @throws TooManyRequestsException where the caller must wait */
    void count(Caller caller) {
        EdgeSettings.Limits limits = settings.limits();
        if (limits.callerPerSecond() == 0) {
            return;
        }
        Metered metered = callers.compute(
                caller.name(),
                (name, known) -> known != null && known.limits.equals(limits) ? known : Metered.by(limits));
        ConsumptionProbe probe = metered.bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private record Metered(EdgeSettings.Limits limits, Bucket bucket) {

        static Metered by(EdgeSettings.Limits limits) {
            Bucket bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(limits.callerBurst())
                            .refillGreedy(limits.callerPerSecond(), Duration.ofSeconds(1)))
                    .build();
            return new Metered(limits, bucket);
        }
    }
}
