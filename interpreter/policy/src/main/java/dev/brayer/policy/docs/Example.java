package dev.brayer.policy.docs;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.grammar.policy.tree.TestCase.Expectation;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.testing.TestSuite;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An input of a test, to show what a rule wants.
///
/// @param file the path of the manifest in the folder of the policy; `null` for one that stands in
///   the test
/// @param findings what the test expects, a line each
record Example(String yaml, @Nullable String file, List<String> findings) {
    private static final String MARK = "# finding ";

    /// A file with more lines is only named.
    private static final int LONGEST = 40;

    Example {
        findings = List.copyOf(findings);
    }

    boolean isLong() {
        return file != null && yaml.lines().count() > LONGEST;
    }

    /// The first case of this expectation in the `test` blocks of a rule; rather one that sets
    /// nothing.
    static @Nullable Example of(
            List<Item> items,
            String rule,
            Expectation expectation,
            Source policy,
            LoadOptions.Imports files) {
        Example withSettings = null;
        for (Item item : items) {
            if (item instanceof Item.Test test && test.rule().text().equals(rule)) {
                for (TestCase one : test.cases()) {
                    Example example =
                            one.expectation() == expectation ? of(one, policy, files) : null;
                    if (example != null && one.settings().isEmpty()) {
                        return example;
                    }
                    withSettings = withSettings == null ? example : withSettings;
                }
            }
        }
        return withSettings;
    }

    private static @Nullable Example of(TestCase test, Source policy, LoadOptions.Imports files) {
        String yaml =
                switch (test.on()) {
                    case TestCase.Yaml inline -> inline.text();
                    case TestCase.File file -> {
                        int slash = policy.name().lastIndexOf('/');
                        Source source =
                                files.read(policy.name().substring(0, slash + 1) + file.path());
                        yield source == null ? null : source.text();
                    }
                    case TestCase.Missing _ -> null;
                };
        if (yaml == null) {
            return null;
        }
        List<String> findings = new ArrayList<>();
        for (TestCase.Failure failure : test.failures()) {
            String message = failure.message() == null ? "" : failure.message().text();
            String path = failure.path() == null ? "" : "`" + failure.path().text() + "`";
            findings.add(
                    message.isEmpty() || path.isEmpty() ? message + path : path + ": " + message);
        }
        String path = test.on() instanceof TestCase.File file ? file.path() : null;
        return new Example(yaml.stripTrailing(), path, findings);
    }

    /// The first manifest in `bad/` that expects something of the rule.
    static @Nullable Example ofBad(TestSuite.OfFolder folder, String rule) {
        for (TestSuite.Manifest manifest : folder.bad()) {
            List<String> findings = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (String line : manifest.source().text().split("\n", -1)) {
                int mark = line.indexOf(MARK);
                String expected = mark < 0 ? "" : line.substring(mark + MARK.length()).strip();
                if (expected.equals(rule)) {
                    findings.add("");
                } else if (expected.startsWith(rule + ":")) {
                    findings.add(expected.substring(rule.length() + 1).strip());
                }
                if (mark < 0 || !line.substring(0, mark).isBlank()) {
                    lines.add(mark < 0 ? line : line.substring(0, mark).stripTrailing());
                }
            }
            if (!findings.isEmpty()) {
                findings.removeIf(String::isEmpty);
                return new Example(
                        String.join("\n", lines).strip(), path(folder, manifest), findings);
            }
        }
        return null;
    }

    /// The first manifest in `good/`, which passes all rules.
    static @Nullable Example ofGood(TestSuite.OfFolder folder) {
        if (folder.good().isEmpty()) {
            return null;
        }
        TestSuite.Manifest first = folder.good().getFirst();
        return new Example(first.source().text().strip(), path(folder, first), List.of());
    }

    private static String path(TestSuite.OfFolder folder, TestSuite.Manifest manifest) {
        String name = manifest.source().name();
        String prefix = folder.name() + "/";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
