package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.Attempt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A program that applies a new state and stands still at one step, so that a test can kill it
/// there.
final class KilledWhileSwapping {
    private KilledWhileSwapping() {}

    /// How the states change places.
    enum Way {
        IN_ONE_STEP,
        RENAMED_TWICE;

        FolderExchange names() {
            return this == IN_ONE_STEP ? FolderExchange.OF_SYSTEM : FolderExchange.NONE;
        }

        /// Whether the new state stands when the process dies at a step.
        boolean happened(SwapStep step) {
            return step == SwapStep.NEW_MOVED
                    || step == SwapStep.OLD_REMOVED
                    || (step == SwapStep.OLD_MOVED && this == IN_ONE_STEP);
        }
    }

    public static void main(String[] arguments) {
        SwapStep deadly = SwapStep.valueOf(arguments[1]);
        var destination =
                new DirectoryDestination(
                        Path.of(arguments[0]),
                        "dist",
                        null,
                        new DestinationOwner("shop", "staging"),
                        Way.valueOf(arguments[2]).names(),
                        step -> {
                            if (step == deadly) {
                                System.out.println("reached");
                                System.out.flush();
                                standStill();
                            }
                        });
        if (destination.compute(newState()) instanceof Attempt.Success<DestinationChange> change) {
            destination.apply(change.value(), "tag-2");
        }
        System.out.println("not reached");
    }

    static List<PlannedFile> oldState() {
        return List.of(
                PlannedFile.of("web.yml", "old", "old"), PlannedFile.of("old.yml", "old", "old"));
    }

    static List<PlannedFile> newState() {
        return List.of(
                PlannedFile.of("web.yml", "new", "new"), PlannedFile.of("new.yml", "new", "new"));
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }
}
