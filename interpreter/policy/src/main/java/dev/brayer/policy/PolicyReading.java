package dev.brayer.policy;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Parses policies. A parser that has just been started is slow, so that a second thread pays for a
/// few files already.
final class PolicyReading {
    private static final int WORTH_A_THREAD = 4;

    /// As much as the thread of the program has: nested expressions nest the parser's calls.
    private static final long STACK = 8 << 20;

    private PolicyReading() {}

    /// @param threads how many threads there may be, the caller's included; one more is used at
    ///   most
    static List<ParsedPolicy> parse(List<Source> sources, int threads) {
        AtomicReferenceArray<ParsedPolicy> parsed = new AtomicReferenceArray<>(sources.size());
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    int index = next.getAndIncrement();
                    while (index < sources.size()) {
                        parsed.set(index, PolicyParser.parse(sources.get(index)));
                        index = next.getAndIncrement();
                    }
                };
        if (threads > 1 && sources.size() >= WORTH_A_THREAD) {
            FutureTask<?> second = new FutureTask<>(work, null);
            new Thread(null, second, "policies", STACK).start();
            work.run();
            await(second);
        } else {
            work.run();
        }
        List<ParsedPolicy> inOrder = new ArrayList<>();
        for (int index = 0; index < sources.size(); index++) {
            inOrder.add(parsed.get(index));
        }
        return inOrder;
    }

    private static void await(FutureTask<?> task) {
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (ExecutionException bug) {
                throw new IllegalStateException(bug.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
