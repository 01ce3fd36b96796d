package io.guanxi.crm.platform.audit;

import java.time.Instant;

/**
 * The end of the chain.
 *
 * @param number of the seal, from 1
 * @param position of the last entry it covers, from 1
 * @param hash over everything up to it
 */
public record SealHead(long number, long position, Instant at, String hash) {}
