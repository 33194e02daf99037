package dev.migrate.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * The compiler's thread and a few that help it. A compiler has one thread, and many cores wait for it: what needs
 * nothing of the compiler, or asks it under a lock while its own thread waits here, is done by all of them.
 */
final class Workers {
    private static final int MOST = 4;
    /** Below that a thread costs more than it gives. */
    private static final int WORTH_A_THREAD = 16;

    private Workers() {}

    /** The results in the order of the items. What one item throws, this throws, after all threads have ended. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        int threads = Math.min(
                Math.min(MOST, Runtime.getRuntime().availableProcessors()), Math.max(1, items.size() / WORTH_A_THREAD));
        Share<T, R> share = new Share<>(items, work);
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(share, "migrations-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        share.run();
        helpers.forEach(Workers::join);
        return share.results();
    }

    private static void join(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Share<T, R> implements Runnable {
        private final List<T> items;
        private final Function<T, R> work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<R> done;
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();

        Share(List<T> items, Function<T, R> work) {
            this.items = items;
            this.work = work;
            this.done = new AtomicReferenceArray<>(items.size());
        }

        @Override
        public void run() {
            try {
                for (int at = next.getAndIncrement(); at < items.size() && thrown.get() == null; ) {
                    done.set(at, work.apply(items.get(at)));
                    at = next.getAndIncrement();
                }
            } catch (RuntimeException | Error failure) {
                thrown.compareAndSet(null, failure);
            }
        }

        List<R> results() {
            if (thrown.get() instanceof RuntimeException failure) {
                throw failure;
            }
            if (thrown.get() instanceof Error failure) {
                throw failure;
            }
            List<R> results = new ArrayList<>(items.size());
            for (int at = 0; at < items.size(); at++) {
                results.add(done.get(at));
            }
            return results;
        }
    }
}
