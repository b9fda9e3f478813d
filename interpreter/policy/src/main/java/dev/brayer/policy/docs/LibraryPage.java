package dev.brayer.policy.docs;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// The page of the standard library, in Markdown: its sets with what they hold, and what can be
/// imported from it. What it says stands in the library.
public final class LibraryPage {
    private final StringBuilder page = new StringBuilder();

    private LibraryPage() {}

    public static String of() {
        LibraryPage made = new LibraryPage();
        made.page.append(
                "<!-- Made by `brayer docs std`; what it says stands in the library. -->\n\n");
        made.page.append(text(StandardLibrary.ROOT)).append('\n');
        List<String> libraries = new ArrayList<>();
        for (String name : StandardLibrary.sets()) {
            if (StandardLibrary.policy(name) == null) {
                made.set(name);
            } else {
                libraries.add(name);
            }
        }
        for (String name : libraries) {
            made.library(name);
        }
        return made.page.toString().stripTrailing() + "\n";
    }

    /// What people wrote about a folder.
    private static String text(String folder) {
        Source text = StandardLibrary.file(folder + "/README.md");
        return text == null ? "" : text.text();
    }

    private void set(String name) {
        page.append(text(name))
                .append("\n| policy | rule | action | judges | |\n|---|---|---|---|---|\n");
        StringBuilder parameters = new StringBuilder();
        for (Source policy : StandardLibrary.own(name)) {
            ParsedPolicy parsed = PolicyParser.parse(policy);
            DocComments comments = new DocComments(parsed);
            for (Item.Rule rule : ReferencePage.rules(parsed)) {
                rule(policy, rule, comments);
            }
            for (Item.Parameter parameter : ReferencePage.parameters(parsed)) {
                parameters.append(ReferencePage.cells(parameter, policy, comments));
            }
        }
        if (!parameters.isEmpty()) {
            page.append("\n| parameter | type | default | |\n|---|---|---|---|\n")
                    .append(parameters);
        }
        page.append('\n');
    }

    private void rule(Source policy, Item.Rule rule, DocComments comments) {
        String path = policy.name();
        page.append("| `")
                .append(path, 0, path.lastIndexOf('/'))
                .append("` | ")
                .append(rule.name())
                .append(" | ")
                .append(SelectorWords.word(rule.action()))
                .append(" | ")
                .append(ReferencePage.cell(SelectorWords.judged(rule, policy)))
                .append(" | ")
                .append(ReferencePage.cell(comments.summary(rule)))
                .append(" |\n");
    }

    private void library(String name) {
        Source policy = StandardLibrary.policies(name).getFirst();
        ParsedPolicy parsed = PolicyParser.parse(policy);
        DocComments comments = new DocComments(parsed);
        page.append("## ").append(name).append("\n\n");
        page.append(comments.ofFile()).append("\n\n| definition | |\n|---|---|\n");
        for (Item.Definition definition : ReferencePage.definitions(parsed)) {
            page.append("| `")
                    .append(definition.name())
                    .append('(')
                    .append(names(definition.parameters()))
                    .append(")` | ")
                    .append(ReferencePage.cell(comments.of(definition)))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String names(List<FormalParameter> parameters) {
        List<String> names = new ArrayList<>();
        for (FormalParameter parameter : parameters) {
            names.add(parameter.name().text());
        }
        return String.join(", ", names);
    }
}
