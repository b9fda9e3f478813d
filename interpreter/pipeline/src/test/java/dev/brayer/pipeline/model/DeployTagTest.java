package dev.brayer.pipeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeployTagTest {
    private static final String COMMIT = "1f2e3d4c5b6a79881f2e3d4c5b6a79881f2e3d4c";
    private static final long TIME = 1_795_425_272_417L;

    @Test
    void namesTimeAndCommit() {
        assertEquals(
                "20261123-091432-417-1f2e3d4-",
                DeployTag.create(TIME, COMMIT, new Random(1)).text().substring(0, 28));
        assertTrue(DeployTag.create(TIME, null, new Random(1)).text().contains("-nocommit-"));
    }

    @Test
    void isValidAsTagAndLabel() {
        String tag = DeployTag.create(TIME, COMMIT, new Random(1)).text();
        assertTrue(tag.matches("[a-z0-9][a-z0-9.-]{0,61}[a-z0-9]"), tag);
        assertTrue(DeployTag.isDeployTag(tag), tag);
    }

    @Test
    void sortsByTimeAndDiffersWithinAMillisecond() {
        Random random = new Random(1);
        String first = DeployTag.create(TIME, COMMIT, random).text();
        String second = DeployTag.create(TIME, COMMIT, random).text();
        assertNotEquals(first, second);
        assertTrue(first.compareTo(DeployTag.create(TIME + 1, null, random).text()) < 0);
        assertTrue(first.compareTo(DeployTag.create(TIME + 86_400_000L, null, random).text()) < 0);
    }
}
