package io.guanxi.crm.itests;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests at a steady rate, sent whether or not the ones before were answered. */
final class Load {

    /** Differs in every problem, which are counted by what they say. */
    private static final Pattern WHICH = Pattern.compile(",\"instance\":\"[^\"]*\"");

    private final Queue<CompletableFuture<HttpResponse<String>>> answers = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final Thread sender;
    private volatile boolean stopped;

    private Load(int perSecond, LongFunction<CompletableFuture<HttpResponse<String>>> request) {
        this.sender = new Thread(() -> send(perSecond, request), "load");
    }

    static Load start(int perSecond, LongFunction<CompletableFuture<HttpResponse<String>>> request) {
        Load load = new Load(perSecond, request);
        load.sender.start();
        return load;
    }

    private void send(int perSecond, LongFunction<CompletableFuture<HttpResponse<String>>> request) {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        for (long i = 0; !stopped; i++) {
            long wait = start + i * interval - System.nanoTime();
            if (wait > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(wait);
            }
            long sent = System.nanoTime();
            answers.add(request.apply(i).whenComplete((answer, failure) -> {
                slowest.accumulateAndGet(System.nanoTime() - sent, Math::max);
                answered.incrementAndGet();
            }));
        }
    }

    /** Until so many requests have been answered, whatever the answer. */
    void awaitAnswers(int number) throws InterruptedException {
        while (answered.get() < number) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Lets what was sent come back and tells what did not end as it should: status or failure, and how often. */
    Map<String, Long> stopAndCount(Predicate<HttpResponse<String>> good) throws InterruptedException {
        stopped = true;
        sender.join();
        return answers.stream()
                .map(Load::outcome)
                .filter(outcome -> outcome.answer() == null || !good.test(outcome.answer()))
                .collect(Collectors.groupingBy(Outcome::text, Collectors.counting()));
    }

    int sent() {
        return answers.size();
    }

    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowest.get());
    }

    /** What was answered. */
    List<HttpResponse<String>> answers() {
        return answers.stream()
                .map(Load::outcome)
                .flatMap(outcome -> Optional.ofNullable(outcome.answer()).stream())
                .toList();
    }

    private record Outcome(@org.jspecify.annotations.Nullable HttpResponse<String> answer, String text) {}

    private static Outcome outcome(CompletableFuture<HttpResponse<String>> answer) {
        try {
            HttpResponse<String> response = answer.get();
            return new Outcome(
                    response,
                    response.statusCode() + " " + WHICH.matcher(response.body()).replaceFirst(""));
        } catch (ExecutionException e) {
            return new Outcome(null, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
