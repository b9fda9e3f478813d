package dev.brayer.bench.corpus;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Choices that are random and the same for the same seed, on every Java.
final class Dice {
    private final RandomGenerator random;

    Dice(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// From `low` up to `high`, both included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /// Whether something happens that does so in so many of a hundred cases.
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String hexadecimal(int digits) {
        StringBuilder text = new StringBuilder();
        while (text.length() < digits) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
