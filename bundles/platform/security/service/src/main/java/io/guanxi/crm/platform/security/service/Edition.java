package io.guanxi.crm.platform.security.service;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;

/** Counts the changes to users, roles and sessions made on this node: what was read before the last one is forgotten. */
@Component(service = Edition.class)
public class Edition {

    private final AtomicLong number = new AtomicLong();

    long number() {
        return number.get();
    }

    /** Something was changed, and is committed. */
    void next() {
        number.incrementAndGet();
    }
}
