package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.SealHead;
import java.time.Instant;

/** A seal on the wire. */
public record SealView(long number, long position, Instant at, String hash) {

    static SealView of(SealHead head) {
        return new SealView(head.number(), head.position(), head.at(), head.hash());
    }
}
