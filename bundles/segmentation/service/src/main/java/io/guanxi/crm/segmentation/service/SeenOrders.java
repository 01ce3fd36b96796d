package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The orders of those customers that somebody sees. They are kept for five seconds, so that the parts of a page and the pages
 * of a list agree; who is moved to another department asks with another scope and gets others at once.
 */
final class SeenOrders {

    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int KEPT = 16;

    private final Neighbour<CustomerScopes> scopes;
    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    private record Key(Scope scope, String currency) {}

    private record Entry(OrderSnapshot all, OrderSnapshot seen, Instant until) {}

    SeenOrders(Neighbour<CustomerScopes> scopes, Clock clock) {
        this.scopes = scopes;
        this.clock = clock;
    }

    OrderSnapshot of(Scope scope, String currency, OrderSnapshot all) {
        if (scope.everything()) {
            return all;
        }
        Key key = new Key(scope, currency);
        @Nullable Entry known = known(key);
        if (known != null && known.all() == all && clock.instant().isBefore(known.until())) {
            return known.seen();
        }
        OrderSnapshot seen = seen(scope, all);
        remember(key, new Entry(all, seen, clock.instant().plus(LIFE)));
        return seen;
    }

    private OrderSnapshot seen(Scope scope, OrderSnapshot all) {
        LongStream.Builder ids = LongStream.builder();
        scopes.get().visitVisible(scope, ids);
        long[] customers = ids.build().sorted().toArray();
        return all.of(customer -> Arrays.binarySearch(customers, customer) >= 0);
    }

    private synchronized @Nullable Entry known(Key key) {
        return entries.get(key);
    }

    private synchronized void remember(Key key, Entry entry) {
        entries.put(key, entry);
        if (entries.size() > KEPT) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
