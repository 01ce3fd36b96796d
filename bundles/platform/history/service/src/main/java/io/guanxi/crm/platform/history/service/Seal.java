package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.SealHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A link of the chain.
 *
 * @param content over the digests whatever their order, to tell what was moved from what was exchanged
 * @param hash over all of it and the digests in their order
 */
record Seal(long number, long first, long last, long at, String previous, String content, String hash) {

    /** What the first seal follows. */
    static final String NONE = "";

    /** @param items at least one */
    static Seal of(Optional<Seal> before, long at, List<Item> items) {
        long number = before.map(Seal::number).orElse(0L) + 1;
        long first = items.get(0).position();
        long last = items.get(items.size() - 1).position();
        String previous = before.map(Seal::hash).orElse(NONE);
        String content = content(items);
        return new Seal(
                number, first, last, at, previous, content, hash(number, first, last, at, previous, content, items));
    }

    /** One entry of it; without a salt where something was erased. */
    record Item(long position, Source source, long entry, Optional<String> salt, String digest) {}

    String hashOf(List<Item> items) {
        return hash(number, first, last, at, previous, content, items);
    }

    static String content(List<Item> items) {
        Digester digester = new Digester();
        items.stream()
                .map(item -> item.source().code() + item.digest())
                .sorted()
                .forEach(digester::add);
        return digester.end();
    }

    private static String hash(
            long number, long first, long last, long at, String previous, String content, List<Item> items) {
        Digester digester = new Digester()
                .add(previous)
                .add(number)
                .add(first)
                .add(last)
                .add(at)
                .add(content);
        items.forEach(
                item -> digester.add(item.source().code()).add(item.entry()).add(item.digest()));
        return digester.end();
    }

    SealHead head() {
        return new SealHead(number, last, Instant.ofEpochMilli(at), hash);
    }
}
