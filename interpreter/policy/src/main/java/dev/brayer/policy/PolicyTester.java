package dev.brayer.policy;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.grammar.policy.tree.TestCase.Expectation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs the `test` blocks of policies: a case lists all findings of its rule on its input, no more
/// and no fewer.
public final class PolicyTester {
    private final List<Source> policies;
    private final LoadOptions options;

    /// @param policies all policies of a run; a tested rule is judged alone
    /// @param options its imports find the files of cases, too
    public PolicyTester(List<Source> policies, LoadOptions options) {
        this.policies = List.copyOf(policies);
        this.options = options;
    }

    /// Every case of every `test`, in the order of the files.
    public List<PolicyTestResult> run() {
        List<PolicyTestResult> results = new ArrayList<>();
        for (Source source : policies) {
            ParsedPolicy parsed = PolicyParser.parse(source);
            for (Item item : parsed.tree().items()) {
                if (item instanceof Item.Test test) {
                    for (TestCase one : test.cases()) {
                        results.add(run(source, test.rule().text(), one));
                    }
                }
            }
        }
        return List.copyOf(results);
    }

    private PolicyTestResult run(Source source, String rule, TestCase test) {
        List<String> problems = new ArrayList<>();
        List<Document> documents = documents(source, test.on(), problems);
        List<Document> before = null;
        Map<String, LoadOptions.Argument> parameters = new HashMap<>(options.parameters());
        for (TestCase.Setting setting : test.settings()) {
            switch (setting) {
                case TestCase.With with -> {
                    String text = source.text(with.value().span());
                    parameters.put(
                            with.name().text(), new LoadOptions.Argument(unquoted(text), source));
                }
                case TestCase.Before previous ->
                        before = documents(source, previous.source(), problems);
            }
        }
        if (problems.isEmpty()) {
            LoadedPolicies loaded = PolicyLoader.load(policies, options.withParameters(parameters));
            Optional<CheckedPolicies> checked = loaded.policies();
            if (checked.isPresent()) {
                Verdict verdict =
                        Judge.judge(
                                checked.get().only(rule),
                                documents,
                                JudgeOptions.standard().withBefore(before));
                compare(test, verdict, problems);
            } else {
                for (Diagnostic diagnostic : loaded.diagnostics()) {
                    if (diagnostic.isError()) {
                        problems.add("the policy has an error: " + diagnostic);
                    }
                }
            }
        }
        return new PolicyTestResult(rule, source.place(test.span()), problems);
    }

    private static void compare(TestCase test, Verdict verdict, List<String> problems) {
        boolean skipped = false;
        for (Summary.Unmatched unmatched : verdict.summary().unmatched()) {
            skipped |=
                    unmatched.reason() == Summary.Reason.SELECTOR
                            || unmatched.reason() == Summary.Reason.BEFORE;
        }
        if (test.expectation() == Expectation.SKIPS && !skipped) {
            problems.add("the rule judged the input instead of skipping it");
        }
        if (test.expectation() != Expectation.SKIPS && skipped) {
            problems.add("the rule skipped the input");
        }
        for (Summary.Undecided undecided : verdict.summary().undecided()) {
            problems.add(
                    "undecided at "
                            + undecided.path()
                            + ": ${"
                            + undecided.word()
                            + "} has no value");
        }
        List<Finding> left = new ArrayList<>(verdict.findings());
        for (TestCase.Failure failure : test.failures()) {
            Finding found = null;
            for (Finding finding : left) {
                found = found == null && matches(failure, finding) ? finding : found;
            }
            if (found == null) {
                problems.add("expected and not found: " + text(failure));
            } else {
                left.remove(found);
            }
        }
        for (Finding finding : left) {
            problems.add(
                    "found and not expected: \""
                            + finding.message()
                            + "\" at \""
                            + path(finding)
                            + "\"");
        }
    }

    private static boolean matches(TestCase.Failure failure, Finding finding) {
        TestCase.Quoted message = failure.message();
        TestCase.Quoted path = failure.path();
        return (message == null || message.text().equals(finding.message()))
                && (path == null || path.text().equals(path(finding)));
    }

    /// A path as tests write it: without `$.`.
    private static String path(Finding finding) {
        String path = finding.path();
        return path.startsWith("$.") ? path.substring(2) : path;
    }

    private static String text(TestCase.Failure failure) {
        TestCase.Quoted message = failure.message();
        TestCase.Quoted path = failure.path();
        String text = message == null ? "" : "\"" + message.text() + "\"";
        return path == null
                ? text
                : text + (text.isEmpty() ? "" : " ") + "at \"" + path.text() + "\"";
    }

    private List<Document> documents(Source policy, TestCase.Input input, List<String> problems) {
        Source source =
                switch (input) {
                    case TestCase.Yaml yaml -> Source.of(policy.name(), yaml.text());
                    case TestCase.File file -> file(policy, file.path(), problems);
                    case TestCase.Missing ignored -> null;
                };
        if (source == null) {
            return List.of();
        }
        ReadResult result = DocumentReader.read(source, ReadOptions.MANIFESTS);
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.isError()) {
                problems.add("the input has an error: " + diagnostic);
            }
        }
        return result.documents();
    }

    private @Nullable Source file(Source policy, String path, List<String> problems) {
        int slash = policy.name().lastIndexOf('/');
        String whole = slash < 0 ? path : policy.name().substring(0, slash + 1) + path;
        Source source = options.imports().read(whole);
        if (source == null) {
            problems.add("there is no file " + whole);
        }
        return source;
    }

    private static String unquoted(String text) {
        boolean quoted =
                text.length() > 1
                        && text.startsWith("\"")
                        && text.endsWith("\"")
                        && !text.startsWith("\"\"\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
