package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.brayer.document.Document;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Executes the marked blocks of the specification and keeps the page of builtins current.
final class SpecificationTest {
    private static final Path LANGUAGE =
            Path.of(System.getProperty("brayer.root", "../.."), "spec/language");
    private static final String FENCE = "```";

    @TestFactory
    List<DynamicTest> pages() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : List.of("truth", "types", "operators", "places", "warnings")) {
            List<Document> object = List.of();
            String marker = "";
            int number = 0;
            List<String> block = new ArrayList<>();
            for (String line : Transcript.read(LANGUAGE.resolve(page + ".md")).split("\n", -1)) {
                number++;
                if (line.startsWith(FENCE) && marker.isEmpty()) {
                    marker = line.substring(FENCE.length());
                    block.clear();
                } else if (line.startsWith(FENCE)) {
                    if (marker.equals("yaml object")) {
                        object =
                                Transcript.documents("object.yml", String.join("\n", block) + "\n");
                    }
                    marker = "";
                } else if (marker.equals("yaml object")) {
                    block.add(line);
                } else if (!marker.isEmpty() && !line.isBlank()) {
                    String kind = marker;
                    List<Document> judged = object;
                    tests.add(
                            dynamicTest(
                                    page + ":" + number + " " + kind + ": " + line,
                                    () -> check(kind, line, judged)));
                }
            }
        }
        assertTrue(tests.size() > 80, "only " + tests.size() + " lines were found");
        return tests;
    }

    /// @param marker what is expected, perhaps with the kinds that the rule is about: `holds on
    ///   Pod`
    private static void check(String marker, String line, List<Document> object) {
        int on = marker.indexOf(" on ");
        String kind = on < 0 ? marker : marker.substring(0, on);
        LoadedPolicies loaded = load(on < 0 ? "any" : marker.substring(on + 4), line);
        if (kind.startsWith("hint ")) {
            assertEquals(List.of(), loaded.diagnostics());
            assertTrue(
                    loaded.hints().stream()
                            .anyMatch(one -> one.code().id().equals(kind.substring(5))),
                    line);
            return;
        }
        if (kind.startsWith("error ") || kind.startsWith("warning ")) {
            String code = kind.substring(kind.indexOf(' ') + 1);
            assertEquals(kind.startsWith("warning "), loaded.policies().isPresent(), line);
            assertTrue(
                    loaded.diagnostics().stream().anyMatch(one -> one.code().id().equals(code)),
                    loaded.diagnostics().toString());
            return;
        }
        Verdict verdict =
                Judge.judge(
                        loaded.policies()
                                .orElseThrow(() -> new AssertionError(loaded.diagnostics())),
                        object,
                        JudgeOptions.standard());
        StringBuilder found = new StringBuilder();
        for (Finding finding : verdict.findings()) {
            if (kind.equals("places")) {
                found.append(found.isEmpty() ? "" : "; ")
                        .append(finding.place().start().line())
                        .append(':')
                        .append(finding.place().start().column())
                        .append(' ')
                        .append(finding.path());
            } else if (found.isEmpty()) {
                found.append(finding.code().word());
            }
        }
        String expected =
                switch (kind) {
                    case "holds" -> "";
                    case "fails" -> "failed";
                    case "open missing" -> "missing";
                    case "open type" -> "type";
                    case "places" -> line.substring(line.indexOf("//") + 2).strip();
                    default -> throw new AssertionError("unknown block " + kind);
                };
        assertEquals(expected, found.toString());
    }

    @TestFactory
    List<DynamicTest> examplesOfBuiltinsHold() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Builtin builtin : Builtins.all()) {
            tests.add(
                    dynamicTest(
                            builtin.signature(),
                            () ->
                                    check(
                                            "holds",
                                            builtin.example(),
                                            Transcript.documents(
                                                    "object.yml",
                                                    "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n"))));
        }
        return tests;
    }

    @Test
    void thePageOfBuiltinsIsCurrent() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Builtins

                        Made from the declarations by a test; `-Dbrayer.golden=write` rewrites it. Every example is run and holds.
                        """);
        String family = "";
        for (Builtin builtin : Builtins.all()) {
            String of =
                    builtin.receiver() == null
                            ? "Functions"
                            : "Of " + Builtins.withArticle(builtin.receiver());
            if (!of.equals(family)) {
                page.append("\n## ").append(of).append('\n');
                family = of;
            }
            page.append("\n### `")
                    .append(builtin.signature())
                    .append("`\n\n")
                    .append(builtin.documentation());
            page.append("\n\n```policy-condition\n").append(builtin.example()).append("\n```\n");
            assertFalse(builtin.documentation().isBlank());
        }
        Path file = LANGUAGE.resolve("builtins.md");
        String wanted = Files.exists(file) ? Transcript.read(file) : "";
        if (!wanted.contentEquals(page) && "write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(file, page, StandardCharsets.UTF_8);
        }
        assertEquals(wanted, page.toString());
    }

    private static LoadedPolicies load(String kinds, String condition) {
        return PolicyLoader.load(
                List.of(
                        Source.of(
                                "policy.cop",
                                "rule R ensure on " + kinds + " {\n" + condition + "\n}\n")));
    }
}
