package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscriber that keeps what it gets and refuses what it is told to refuse. */
class Recorder implements EventSubscriber {

    final Set<Long> refused = ConcurrentHashMap.newKeySet();
    final AtomicInteger calls = new AtomicInteger();

    private final String name;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    Recorder(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void deliver(List<Event> delivered) {
        calls.incrementAndGet();
        if (delivered.stream().anyMatch(event -> refused.contains(event.news().recordId()))) {
            throw new IllegalStateException("not this one\nat some internal place");
        }
        events.addAll(delivered);
    }

    Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event within twenty seconds").isNotNull();
        return event;
    }

    List<Long> nextRecords(int count) throws InterruptedException {
        List<Long> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(next().news().recordId());
        }
        return records;
    }

    List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }
}
