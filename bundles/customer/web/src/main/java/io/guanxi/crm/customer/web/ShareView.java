package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.Share;
import java.time.Instant;
import java.util.Optional;

/** A share on the wire. */
public record ShareView(
        String id, HolderView holder, boolean writable, Optional<Instant> until, Instant createdAt, String createdBy) {

    static ShareView of(Share share) {
        return new ShareView(
                HolderView.segment(share.holder()),
                HolderView.of(share.holder()),
                share.writable(),
                share.until(),
                share.createdAt(),
                share.createdBy());
    }
}
