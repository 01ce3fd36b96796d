package io.guanxi.crm.platform.edge;

import java.util.List;

/**
 * How an exchange went; times in milliseconds.
 *
 * @param drained false where requests were still inside and the exchange was forced
 * @param restarted other bundles that were started meanwhile; none when all is well
 */
public record ExchangeReport(
        String bundle,
        String oldVersion,
        String newVersion,
        boolean drained,
        long drain,
        long stop,
        long update,
        long start,
        long ready,
        long total,
        List<String> restarted) {}
