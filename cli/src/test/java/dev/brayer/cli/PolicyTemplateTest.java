package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.brayer.grammar.policy.PolicyFormatter;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `brayer new policy` writes; its transcript runs the tests in it.
class PolicyTemplateTest {
    @Test
    void isFormatted() {
        for (Map.Entry<String, String> file :
                PolicyTemplate.files(new PolicyName("no-latest", "NoLatest")).entrySet()) {
            if (file.getKey().endsWith(".cop")) {
                String text = file.getValue();
                assertEquals(
                        text,
                        PolicyFormatter.format(PolicyParser.parse(Source.of(file.getKey(), text))));
            }
        }
    }

    @Test
    void namesAreFoldersAndRules() {
        assertEquals(new PolicyName("no-latest", "NoLatest"), PolicyName.of("no-latest"));
        assertEquals(new PolicyName("no-latest", "NoLatest"), PolicyName.of("no_latest"));
        assertEquals(new PolicyName("no-latest", "NoLatest"), PolicyName.of("NoLatest"));
        assertEquals(new PolicyName("no-latest", "NoLatest"), PolicyName.of("noLatest"));
        assertEquals(new PolicyName("tls13-only", "Tls13Only"), PolicyName.of("tls13-only"));
        assertEquals(new PolicyName("tls", "TLS"), PolicyName.of("TLS"));
        for (String wrong :
                List.of(
                        "",
                        "-a",
                        "a-",
                        "a--b",
                        "1a",
                        "a.b",
                        "a/b",
                        "..",
                        "ä",
                        "a b",
                        "x".repeat(61))) {
            assertNull(PolicyName.of(wrong), wrong);
        }
    }
}
