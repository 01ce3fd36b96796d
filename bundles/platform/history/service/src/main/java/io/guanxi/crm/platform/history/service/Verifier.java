package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the whole trail once, some thousand entries at a time, and compares it with the chain. */
final class Verifier {

    private static final int SEALS = 500;
    private static final int ENTRIES = 5000;
    private static final int NAMED = 100;

    private final SealTable table;
    private final EntryReader reader;
    private final Strangers strangers;
    private final Findings findings = new Findings();
    private final Permits permits;
    private final AnchorCheck anchors;
    private final CheckProgress progress;
    private final List<Blank> blanks = new ArrayList<>();
    private final Map<Long, Long> resealed = new HashMap<>();
    private final NavigableMap<Long, Long> gone = new TreeMap<>();
    private final List<Gone> goneNamed = new ArrayList<>();
    private final Digester digester = new Digester();
    private Optional<Seal> before = Optional.empty();
    private long entries;
    private long seals;

    Verifier(Jdbc jdbc, Anchors.Cursor anchors, CheckProgress progress) {
        this.table = new SealTable(jdbc);
        this.reader = new EntryReader(jdbc);
        this.strangers = new Strangers(jdbc);
        this.permits = Permits.read(jdbc);
        this.anchors = new AnchorCheck(anchors, findings);
        this.progress = progress;
    }

    /** An entry without its salt, which is right only if something was erased. */
    private record Blank(Seal seal, Seal.Item item, Entry entry) {}

    /** An act of reading that isn't there, which is right only if it was too old. */
    private record Gone(Seal seal, Seal.Item item) {}

    Verification verify(Clock clock) {
        Optional<Seal> head = table.last();
        long upTo = head.map(Seal::number).orElse(0L);
        long number = 0;
        List<Seal> some = table.behind(0, upTo, SEALS);
        while (!some.isEmpty()) {
            inParts(some);
            number = some.get(some.size() - 1).number();
            some = table.behind(number, upTo, SEALS);
        }
        anchors.end(number, table.last());
        strangers.uncovered().forEach(findings::add);
        strangers.unsealed().forEach(findings::add);
        long erased = erased();
        long retired = retired();
        return new Verification(
                clock.instant(),
                entries,
                seals,
                anchors.compared(),
                erased,
                retired,
                head.map(Seal::head),
                findings.named(),
                findings.found());
    }

    // Many seals are small: they are read together.
    private void inParts(List<Seal> some) {
        int start = 0;
        while (start < some.size()) {
            int end = start + 1;
            while (end < some.size() && some.get(end).last() - some.get(start).first() < ENTRIES) {
                end++;
            }
            check(some.subList(start, end));
            progress.reached(some.get(end - 1).last());
            start = end;
        }
    }

    private void check(List<Seal> some) {
        List<Seal.Item> items = new ArrayList<>();
        if (some.stream().allMatch(seal -> seal.last() - seal.first() < ENTRIES)) {
            items = table.items(some.get(0).first(), some.get(some.size() - 1).last());
        }
        Map<Long, Entry> found = reader.read(ids(items, true), ids(items, false));
        int next = 0;
        for (Seal seal : some) {
            List<Seal.Item> its = new ArrayList<>();
            while (next < items.size() && items.get(next).position() <= seal.last()) {
                Seal.Item item = items.get(next++);
                if (item.position() >= seal.first()) {
                    its.add(item);
                }
            }
            check(seal, its, found);
        }
    }

    private static List<Long> ids(List<Seal.Item> items, boolean changes) {
        return items.stream()
                .filter(item -> (item.source() == Source.CHANGE) == changes)
                .map(Seal.Item::entry)
                .toList();
    }

    private void check(Seal seal, List<Seal.Item> items, Map<Long, Entry> found) {
        seals++;
        for (long lost = before.map(Seal::number).orElse(0L) + 1; lost < seal.number(); lost++) {
            findings.add(Finding.ofSeal(Finding.Kind.DELETED, lost));
        }
        boolean follows = seal.number() == before.map(Seal::number).orElse(0L) + 1;
        if (follows
                && (!seal.previous().equals(before.map(Seal::hash).orElse(Seal.NONE))
                        || seal.first() <= before.map(Seal::last).orElse(0L))) {
            findings.add(Finding.ofSeal(Finding.Kind.REPLACED, seal.number()));
        }
        if (follows && before.map(Seal::last).orElse(0L) + 1 < seal.first()) {
            table.items(before.map(Seal::last).orElse(0L) + 1, seal.first() - 1)
                    .forEach(item -> findings.add(Strangers.inserted(item.position(), item.entry())));
        }
        boolean whole = isWhole(seal, items);
        items.forEach(item -> check(seal, item, Optional.ofNullable(found.get(item.entry()))));
        if (whole && !seal.hashOf(items).equals(seal.hash())) {
            findings.add(Finding.ofSeal(
                    Seal.content(items).equals(seal.content()) ? Finding.Kind.REORDERED : Finding.Kind.REPLACED,
                    seal.number()));
        }
        anchors.check(seal);
        before = Optional.of(seal);
    }

    private boolean isWhole(Seal seal, List<Seal.Item> items) {
        long expected = seal.first();
        int lost = 0;
        for (Seal.Item item : items) {
            while (expected < item.position() && lost++ < NAMED) {
                findings.add(Finding.Kind.DELETED, seal, expected++);
            }
            expected = item.position() + 1;
        }
        while (expected <= seal.last() && lost++ < NAMED) {
            findings.add(Finding.Kind.DELETED, seal, expected++);
        }
        return lost == 0;
    }

    private void check(Seal seal, Seal.Item item, Optional<Entry> entry) {
        entries++;
        if (entry.isEmpty() && item.source() == Source.READING) {
            gone.merge(seal.last(), 1L, Long::sum);
            if (goneNamed.size() < Verification.MOST) {
                goneNamed.add(new Gone(seal, item));
            }
        } else if (entry.isEmpty()) {
            findings.add(Finding.Kind.DELETED, seal, item, entry);
        } else if (item.salt().isEmpty()) {
            blanks.add(new Blank(seal, item, entry.get()));
            resealed.put(item.entry(), 0L);
        } else if (entry.get().digest(item.salt().get(), digester).equals(item.digest())) {
            permits.sealed(entry.get());
            resealed.computeIfPresent(item.entry(), (id, was) -> item.position());
        } else {
            findings.add(Finding.Kind.EDITED, seal, item, entry);
        }
    }

    // What is left of an entry was sealed again, and the chain holds why.
    private long erased() {
        Map<Long, Long> times =
                blanks.stream().collect(Collectors.groupingBy(blank -> blank.item.entry(), Collectors.counting()));
        long right = 0;
        for (Blank blank : blanks) {
            long entry = blank.item.entry();
            boolean isResealed = resealed.getOrDefault(entry, 0L) > blank.item.position();
            if (isResealed && permits.erasures(entry) >= times.getOrDefault(entry, 0L)) {
                right++;
            } else {
                findings.add(Finding.Kind.EDITED, blank.seal, blank.item, Optional.of(blank.entry));
            }
        }
        return right;
    }

    private long retired() {
        long right = 0;
        for (Map.Entry<Long, Long> one : gone.entrySet()) {
            if (permits.retired(one.getKey())) {
                right += one.getValue();
            }
        }
        goneNamed.stream()
                .filter(one -> !permits.retired(one.seal.last()))
                .forEach(one -> findings.add(Finding.Kind.DELETED, one.seal, one.item, Optional.empty()));
        return right;
    }
}
