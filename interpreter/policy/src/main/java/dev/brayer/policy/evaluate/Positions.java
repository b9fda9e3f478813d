package dev.brayer.policy.evaluate;

import java.util.Arrays;

/// A growing list of ascending numbers.
final class Positions {
    static final Positions NONE = new Positions();

    private int[] numbers = new int[4];
    private int size;

    /// Adds a number that is not smaller than the last; the last again is not added.
    void add(int number) {
        if (size > 0 && numbers[size - 1] == number) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return numbers[at];
    }

    /// All but one number, which need not be among them.
    Positions without(int number) {
        int found = number < 0 ? -1 : Arrays.binarySearch(numbers, 0, size, number);
        if (found < 0) {
            return this;
        }
        Positions rest = new Positions();
        for (int at = 0; at < size; at++) {
            if (at != found) {
                rest.add(numbers[at]);
            }
        }
        return rest;
    }

    /// What is in either, in order.
    Positions with(Positions other) {
        if (size == 0) {
            return other;
        }
        if (other.size == 0) {
            return this;
        }
        Positions both = new Positions();
        int at = 0;
        int there = 0;
        while (at < size || there < other.size) {
            boolean mine =
                    there == other.size || (at < size && numbers[at] <= other.numbers[there]);
            both.add(mine ? numbers[at++] : other.numbers[there++]);
        }
        return both;
    }
}
