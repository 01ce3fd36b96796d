package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads the next rows, in the caller's name, while those before are being written. */
final class ReadAhead implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "crm-export");
        made.setDaemon(true);
        return made;
    });
    private final Caller caller = Callers.require();
    private final Supplier<Optional<List<ExportRow>>> batches;
    private Future<Optional<List<ExportRow>>> next;

    /** @param batches gives rows until there are none, on one thread */
    ReadAhead(Supplier<Optional<List<ExportRow>>> batches) {
        this.batches = batches;
        this.next = reading();
    }

    private Future<Optional<List<ExportRow>>> reading() {
        return thread.submit(() -> Callers.callAs(caller, batches));
    }

    /** The next rows; empty where all were given. What went wrong in reading is thrown here. */
    Optional<List<ExportRow>> next() {
        try {
            Optional<List<ExportRow>> rows = next.get();
            if (rows.isPresent()) {
                next = reading();
            }
            return rows;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an export was read", e);
        }
    }

    /** Without an interruption, which would close Derby's files: what is being read is read and dropped. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
