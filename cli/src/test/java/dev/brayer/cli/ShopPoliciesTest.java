package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The policies of `examples/shop` are tested, and their page is current.
class ShopPoliciesTest {
    private static final Path SHOP = TranscriptRunner.ROOT.resolve("examples/shop");

    @Test
    void everyRuleIsTested() {
        Invocation run = Invocation.of(SHOP, List.of("test", "--min-coverage", "85"));
        assertEquals(0, run.exitCode(), run.both());
        assertTrue(run.out().contains(" passed"), run.both());
        assertTrue(!run.out().contains("no test: "), run.both());
    }

    @Test
    void thePageIsCurrent() throws Exception {
        Path page = SHOP.resolve("policies/README.md");
        Invocation made = Invocation.of(SHOP, List.of("docs", "policies"));
        assertEquals(0, made.exitCode(), made.both());
        boolean current = Files.exists(page) && Files.readString(page).equals(made.out());
        if (!current && System.getProperty("brayer.golden", "").equals("write")) {
            Files.writeString(page, made.out());
            fail(page + " was rewritten; look at it and run again");
        }
        Invocation checked =
                Invocation.of(
                        SHOP, List.of("docs", "policies", "-o", "policies/README.md", "--check"));
        assertEquals(0, checked.exitCode(), checked.both());
    }
}
