package dev.brayer.policy;

import dev.brayer.document.Document;
import dev.brayer.policy.evaluate.Observer;
import dev.brayer.text.Place;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// How documents are judged.
///
/// @param steps how much one rule may do on one document; more is a finding with code `limit`
/// @param depth how deep definitions and conditions may nest while a rule runs
/// @param expired whether the time for judging is over; asked now and then, in any thread
/// @param before the previous version of the objects, or `null` where none is known
/// @param console takes what `-> console` prints, in the order of the documents
/// @param threads how many threads share many documents; few are judged by the caller's alone
/// @param observer sees what is evaluated, in one thread, or `null`, as in every run but a measured
///   test
public record JudgeOptions(
        long steps,
        int depth,
        BooleanSupplier expired,
        @Nullable List<Document> before,
        Console console,
        int threads,
        @Nullable Observer observer) {
    private static final long STEPS = 2_000_000;
    private static final int DEPTH = 500;

    /// Takes what `-> console` prints.
    @FunctionalInterface
    public interface Console {
        /// @param place of the first node of the value, or of the expression in the policy
        void print(Place place, String text);
    }

    public static JudgeOptions standard() {
        return new JudgeOptions(STEPS, DEPTH, () -> false, null, (_, _) -> {}, 1, null);
    }

    public JudgeOptions withSteps(long newSteps) {
        return new JudgeOptions(newSteps, depth, expired, before, console, threads, observer);
    }

    public JudgeOptions withExpired(BooleanSupplier newExpired) {
        return new JudgeOptions(steps, depth, newExpired, before, console, threads, observer);
    }

    public JudgeOptions withBefore(@Nullable List<Document> newBefore) {
        return new JudgeOptions(steps, depth, expired, newBefore, console, threads, observer);
    }

    public JudgeOptions withConsole(Console newConsole) {
        return new JudgeOptions(steps, depth, expired, before, newConsole, threads, observer);
    }

    public JudgeOptions withThreads(int newThreads) {
        return new JudgeOptions(steps, depth, expired, before, console, newThreads, observer);
    }

    public JudgeOptions withObserver(@Nullable Observer newObserver) {
        return new JudgeOptions(steps, depth, expired, before, console, threads, newObserver);
    }
}
