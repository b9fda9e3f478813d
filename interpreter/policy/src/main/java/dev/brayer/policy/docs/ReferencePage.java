package dev.brayer.policy.docs;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.TestCase.Expectation;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.testing.TestSuite;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The reference page of policies, in Markdown: what their comments, selectors, parameters and
/// tests say. Equal policies give equal pages.
public final class ReferencePage {
    private final List<TestSuite> suites;
    private final LoadOptions.Imports files;
    private final StringBuilder page = new StringBuilder();

    private ReferencePage(List<TestSuite> suites, LoadOptions.Imports files) {
        this.suites = suites;
        this.files = files;
    }

    /// @param suites the policies, each as a suite of its file, and the folders with their
    ///   manifests
    /// @param files finds the files that tests name
    public static String of(String title, List<TestSuite> suites, LoadOptions.Imports files) {
        return new ReferencePage(suites, files).write(title);
    }

    private String write(String title) {
        List<ParsedPolicy> policies = new ArrayList<>();
        for (TestSuite suite : suites) {
            if (suite instanceof TestSuite.OfFile(Source policy)) {
                policies.add(PolicyParser.parse(policy));
            }
        }
        page.append("<!-- Made by `brayer docs`; what it says stands in the policies. -->\n\n# ")
                .append(title)
                .append('\n');
        table(policies);
        for (ParsedPolicy policy : policies) {
            file(policy);
        }
        return page.toString();
    }

    private void table(List<ParsedPolicy> policies) {
        boolean any = false;
        for (ParsedPolicy policy : policies) {
            any |= !rules(policy).isEmpty();
        }
        if (!any) {
            return;
        }
        page.append("\n| rule | judges | action |\n|---|---|---|\n");
        for (ParsedPolicy policy : policies) {
            for (Item.Rule rule : rules(policy)) {
                String name = rule.name().text();
                page.append("| [")
                        .append(name)
                        .append("](#")
                        .append(name.toLowerCase(Locale.ROOT))
                        .append(") | ")
                        .append(SelectorWords.judged(rule, policy.source()).replace("|", "\\|"))
                        .append(" | ")
                        .append(SelectorWords.word(rule.action()))
                        .append(" |\n");
            }
        }
    }

    static List<Item.Rule> rules(ParsedPolicy policy) {
        List<Item.Rule> rules = new ArrayList<>();
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Rule rule) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private void file(ParsedPolicy policy) {
        List<Item.Rule> rules = rules(policy);
        List<Item.Parameter> parameters = parameters(policy);
        // Beside rules, definitions are a detail; alone, they are there to be imported.
        List<Item.Definition> definitions = rules.isEmpty() ? definitions(policy) : List.of();
        if (rules.isEmpty() && parameters.isEmpty() && definitions.isEmpty()) {
            return;
        }
        String name = policy.source().name();
        page.append("\n## ").append(name.substring(name.lastIndexOf('/') + 1)).append('\n');
        DocComments comments = new DocComments(policy);
        paragraph(comments.ofFile());
        if (!parameters.isEmpty()) {
            page.append("\n| parameter | type | default | |\n|---|---|---|---|\n");
            for (Item.Parameter parameter : parameters) {
                parameter(parameter, policy.source(), comments);
            }
        }
        for (Item.Definition definition : definitions) {
            page.append("\n### ").append(definition.name().text()).append('\n');
            paragraph(comments.of(definition));
            block("policy", policy.source().text(definition.span()));
        }
        for (Item.Rule rule : rules) {
            rule(rule, policy, comments);
        }
    }

    static List<Item.Definition> definitions(ParsedPolicy policy) {
        List<Item.Definition> definitions = new ArrayList<>();
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Definition definition) {
                definitions.add(definition);
            }
        }
        return definitions;
    }

    static List<Item.Parameter> parameters(ParsedPolicy policy) {
        List<Item.Parameter> parameters = new ArrayList<>();
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Parameter parameter) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private void parameter(Item.Parameter parameter, Source source, DocComments comments) {
        page.append(cells(parameter, source, comments));
    }

    /// The line of a table: name, type, default, what it is for.
    static String cells(Item.Parameter parameter, Source source, DocComments comments) {
        Expression value = parameter.value();
        return "| `"
                + parameter.name()
                + "` | "
                + (parameter.type() == null ? type(value) : parameter.type().toString())
                + " | "
                + (value == null
                        ? "none: it has to be given"
                        : "`" + cell(source.text(value.span())) + "`")
                + " | "
                + cell(comments.of(parameter))
                + " |\n";
    }

    static String cell(String text) {
        return SelectorWords.onOneLine(text).replace("|", "\\|");
    }

    private static String type(@Nullable Expression value) {
        return switch (value) {
            case Expression.TextLiteral _ -> "string";
            case Expression.IntegerLiteral _, Expression.DecimalLiteral _ -> "number";
            case Expression.BooleanLiteral _ -> "bool";
            case Expression.ListLiteral _ -> "list";
            case Expression.Range _ -> "range";
            case null, default -> "any";
        };
    }

    private void rule(Item.Rule rule, ParsedPolicy policy, DocComments comments) {
        String name = rule.name().text();
        page.append("\n### ").append(name).append("\n\nJudges ");
        page.append(SelectorWords.judged(rule, policy.source()))
                .append("; ")
                .append(SelectorWords.action(rule.action()))
                .append(".\n");
        paragraph(comments.of(rule));
        List<Item> items = policy.tree().items();
        Example passes = Example.of(items, name, Expectation.PASSES, policy.source(), files);
        Example fails = Example.of(items, name, Expectation.FAILS, policy.source(), files);
        TestSuite.OfFolder folder = folder(policy.source());
        if (folder != null) {
            passes = passes == null ? Example.ofGood(folder) : passes;
            fails = fails == null ? Example.ofBad(folder, name) : fails;
        }
        if (fails != null) {
            example("Avoid", fails);
            for (String finding : fails.findings()) {
                page.append("\n> ").append(finding).append('\n');
            }
        }
        if (passes != null) {
            example("Prefer", passes);
        }
        page.append("\nThe rule:\n");
        block("policy", policy.source().text(rule.span()));
    }

    private void example(String says, Example example) {
        page.append('\n').append(says);
        if (example.isLong()) {
            page.append(": `").append(example.file()).append("`.\n");
        } else {
            page.append(":\n");
            block("yaml", example.yaml());
        }
    }

    private TestSuite.@Nullable OfFolder folder(Source policy) {
        for (TestSuite suite : suites) {
            if (suite instanceof TestSuite.OfFolder folder) {
                for (Source other : folder.policies()) {
                    if (other.name().equals(policy.name())) {
                        return folder;
                    }
                }
            }
        }
        return null;
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            page.append('\n').append(text).append('\n');
        }
    }

    /// A block with a fence that is longer than any within it.
    private void block(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        page.append('\n')
                .append(fence)
                .append(language)
                .append('\n')
                .append(text)
                .append('\n')
                .append(fence)
                .append('\n');
    }
}
