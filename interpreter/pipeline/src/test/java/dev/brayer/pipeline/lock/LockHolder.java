package dev.brayer.pipeline.lock;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that takes a lock and keeps it until it is killed.
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(
                FormationLock.take(Path.of(arguments[0]), "staging", "process 7 elsewhere")
                        .getClass()
                        .getSimpleName());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
