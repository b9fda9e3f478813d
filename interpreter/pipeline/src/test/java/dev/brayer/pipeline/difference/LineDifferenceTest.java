package dev.brayer.pipeline.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineDifferenceTest {
    @Test
    void equalTextsHaveNone() {
        assertEquals(List.of(), LineDifference.unified(List.of("a", "b"), List.of("a", "b")));
    }

    @Test
    void showsAChangeWithThreeLinesAround() {
        assertEquals(
                List.of("@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"),
                LineDifference.unified(
                        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"),
                        List.of("1", "2", "3", "4", "five", "6", "7", "8", "9")));
    }

    @Test
    void showsChangesFarApartApart() {
        List<String> before = List.of("a", "1", "2", "3", "4", "5", "6", "7", "8", "b");
        List<String> after = List.of("A", "1", "2", "3", "4", "5", "6", "7", "8", "B");
        assertEquals(
                List.of(
                        "@@ -1,4 +1,4 @@",
                        "-a",
                        "+A",
                        " 1",
                        " 2",
                        " 3",
                        "@@ -7,4 +7,4 @@",
                        " 6",
                        " 7",
                        " 8",
                        "-b",
                        "+B"),
                LineDifference.unified(before, after));
    }

    @Test
    void showsWhatIsNewOrGoneWhole() {
        assertEquals(
                List.of("@@ -0,0 +1,2 @@", "+a", "+b"),
                LineDifference.unified(List.of(), List.of("a", "b")));
        assertEquals(
                List.of("@@ -1 +0,0 @@", "-a"), LineDifference.unified(List.of("a"), List.of()));
    }
}
