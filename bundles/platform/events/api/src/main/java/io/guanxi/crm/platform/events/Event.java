package io.guanxi.crm.platform.events;

import java.time.Instant;

/** A piece of news with its place in the feed; {@code sequence} grows by commit, without gaps. */
public record Event(long sequence, Instant at, News news) {}
