package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.brayer.document.Document;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Executes the pages that show whole policies.
///
/// ` ```cop ` is a policy without a diagnostic, ` ```cop CODE… ` has exactly these. ` ```cop file
/// NAME ` can be imported by the following ones. ` ```yaml passes ` and ` ```yaml fails ` are
/// judged by the policy above: the first gives no finding, the second one at each line that ends
/// with `# RULE`, and no other.
final class LanguagePagesTest {
    private static final Path LANGUAGE =
            Path.of(System.getProperty("brayer.root", "../.."), "spec/language");

    private static final List<String> PAGES =
            List.of(
                    "names",
                    "definitions",
                    "evaluation",
                    "standard-library",
                    "from-rego",
                    "from-kyverno");

    private static final Pattern MARK = Pattern.compile("# ([A-Z]\\w*(?:, [A-Z]\\w*)*)$");

    /// A marked block.
    private record Block(String page, int line, String mark, String text) {
        @Override
        public String toString() {
            return page + ":" + line + " " + mark;
        }

        Source source() {
            return Source.of(page + "-" + line, text);
        }
    }

    @TestFactory
    List<DynamicTest> blocks() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : PAGES) {
            int before = tests.size();
            Block policy = null;
            Map<String, Source> files = new HashMap<>();
            for (Block block : blocks(page)) {
                if (block.mark().startsWith("cop file ")) {
                    files.put(block.mark().substring("cop file ".length()), block.source());
                } else if (block.mark().startsWith("cop")) {
                    policy = block;
                    Map<String, Source> known = Map.copyOf(files);
                    tests.add(dynamicTest(block.toString(), () -> load(block, known)));
                } else if (block.mark().equals("yaml passes")
                        || block.mark().equals("yaml fails")) {
                    Block judging = policy;
                    Map<String, Source> known = Map.copyOf(files);
                    tests.add(dynamicTest(block.toString(), () -> judge(judging, known, block)));
                }
            }
            assertTrue(tests.size() > before, page);
        }
        return tests;
    }

    /// The ten policies are the same ten on both pages, each with a good and a bad manifest.
    @Test
    void tenPoliciesSideBySide() {
        assertEquals(texts("from-rego", "cop"), texts("from-kyverno", "cop"));
        for (String page : List.of("from-rego", "from-kyverno")) {
            for (String mark : List.of("cop", "yaml passes", "yaml fails")) {
                assertEquals(10, texts(page, mark).size(), page + " " + mark);
            }
        }
    }

    private static List<String> texts(String page, String mark) {
        return blocks(page).stream()
                .filter(block -> block.mark().equals(mark))
                .map(Block::text)
                .toList();
    }

    private static LoadedPolicies load(Block policy, Map<String, Source> files) {
        LoadedPolicies loaded =
                PolicyLoader.load(
                        List.of(policy.source()), LoadOptions.none().withImports(files::get));
        Set<String> expected =
                new TreeSet<>(List.of(policy.mark().split(" ")).subList(1, words(policy)));
        Set<String> found = new TreeSet<>();
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            found.add(diagnostic.code().id());
        }
        assertEquals(expected, found, () -> loaded.diagnostics().toString());
        return loaded;
    }

    private static int words(Block block) {
        return block.mark().split(" ").length;
    }

    private static void judge(
            @org.jspecify.annotations.Nullable Block policy,
            Map<String, Source> files,
            Block input) {
        if (policy == null) {
            throw new AssertionError(input + " stands before any policy");
        }
        List<Document> documents = Transcript.documents("input.yml", input.text());
        Verdict verdict =
                Judge.judge(
                        load(policy, files).policies().orElseThrow(),
                        documents,
                        JudgeOptions.standard());
        Set<String> expected = new TreeSet<>();
        int number = 0;
        for (String line : input.text().split("\n", -1)) {
            number++;
            Matcher mark = MARK.matcher(line);
            if (mark.find()) {
                for (String rule : mark.group(1).split(", ")) {
                    expected.add(number + " " + rule);
                }
            }
        }
        assertEquals(input.mark().equals("yaml passes"), expected.isEmpty(), input.toString());
        Set<String> found = new TreeSet<>();
        for (Finding finding : verdict.findings()) {
            found.add(finding.place().start().line() + " " + finding.rule());
        }
        assertEquals(expected, found, () -> verdict.findings().toString());
        if (expected.isEmpty()) {
            assertEquals(
                    List.of(),
                    verdict.summary().unmatched().stream()
                            .filter(rule -> rule.reason() == Summary.Reason.SELECTOR)
                            .toList(),
                    "a rule that judges nothing passes for no reason");
        }
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String mark = null;
        int number = 0;
        int start = 0;
        for (String line : Transcript.read(LANGUAGE.resolve(page + ".md")).split("\n", -1)) {
            number++;
            if (!line.startsWith("```")) {
                text.append(line).append('\n');
            } else if (mark == null) {
                mark = line.substring(3).strip();
                start = number;
                text.setLength(0);
            } else {
                blocks.add(new Block(page, start, mark, text.toString()));
                mark = null;
            }
        }
        return blocks;
    }
}
