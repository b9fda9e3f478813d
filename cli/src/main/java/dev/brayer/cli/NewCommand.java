package dev.brayer.cli;

import dev.brayer.cli.Option.Suggests;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `brayer new policy NAME`.
final class NewCommand implements Command {
    private static final List<String> THINGS = List.of("policy");

    private static final Option PARENT =
            Option.of(
                    List.of("--folder"),
                    "FOLDER",
                    Suggests.FOLDERS,
                    "Makes it in this folder instead of `policies`");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "new",
                "Makes a policy with its tests and its page",
                """
                `brayer new policy no-latest` makes the folder policies/no-latest with a rule NoLatest, a test, a manifest that
                passes, one that does not, and a page. The rule is an example to be replaced; its tests pass at once.\
                """,
                new Parameter(
                        "policy NAME",
                        2,
                        2,
                        Suggests.NOTHING,
                        "The word `policy`, and the name of the policy: words with hyphens, as in `no-latest`, or `NoLatest`"),
                List.of(Options.FOLDER, PARENT, Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer new policy no-latest", "in the folder policies"),
                        new Declaration.Example(
                                "brayer new policy no-latest --folder rules/images",
                                "in another folder")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        Reporter reporter = new Reporter(List.of(), surroundings);
        String thing = arguments.positionals().getFirst();
        String written = arguments.positionals().getLast();
        PolicyName name = PolicyName.of(written);
        if (!THINGS.contains(thing)) {
            String near = Suggestions.didYouMean(thing, THINGS);
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    null,
                                    "`new` makes a `policy`, not a `" + thing + "`")
                            .withHint(near));
        } else if (name == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    null,
                                    "`" + written + "` cannot be the name of a policy")
                            .withHint(
                                    "it is words of letters and digits that begin with a letter, at most 60 characters, such as `no-latest` or `NoLatest`"));
        } else {
            make(name, parent(arguments), surroundings, diagnostics);
        }
        return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
    }

    private static String parent(Arguments arguments) {
        String start = arguments.value(Options.FOLDER);
        String folder = arguments.value(PARENT);
        String inside = folder == null ? "policies" : folder;
        String whole = start == null ? inside : start + "/" + inside;
        String tidy = Path.of(whole).normalize().toString().replace('\\', '/');
        return tidy.isEmpty() ? "." : tidy;
    }

    private static void make(
            PolicyName name, String parent, Surroundings surroundings, Diagnostics diagnostics) {
        String folder = parent.equals(".") ? name.folder() : parent + "/" + name.folder();
        Path target = surroundings.workingFolder().resolve(folder);
        if (Files.exists(target)) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.ALREADY_THERE,
                                    null,
                                    folder + " is there already")
                            .withHint("give the policy another name"));
            return;
        }
        Item.Rule other = null;
        if (Files.isDirectory(surroundings.workingFolder().resolve(parent))) {
            other = ruleOfThatName(name, parent, surroundings, diagnostics);
        }
        if (other != null) {
            return;
        }
        Map<String, String> files = PolicyTemplate.files(name);
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(target.resolve(file.getKey()), file.getValue());
            }
            String page = DocsCommand.page(folder, surroundings, diagnostics);
            write(target.resolve("README.md"), page);
        } catch (IOException unwritable) {
            diagnostics.add(
                    Diagnostic.error(
                            CommandLineCode.UNWRITABLE_REPORT,
                            null,
                            folder + " cannot be written: " + unwritable.getMessage()));
            return;
        }
        StringBuilder said = new StringBuilder();
        for (String file : files.keySet()) {
            said.append(folder).append('/').append(file).append('\n');
        }
        said.append(folder).append("/README.md\n");
        surroundings.print(said.toString());
        surroundings.say("`brayer test " + folder + "` runs its tests\n");
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    /// Two rules of one name would be an error at the next check.
    private static Item.@Nullable Rule ruleOfThatName(
            PolicyName name, String parent, Surroundings surroundings, Diagnostics diagnostics) {
        Diagnostics ignored = new Diagnostics();
        for (Source source :
                ManifestFiles.read(
                        List.of(parent), ManifestFiles.POLICIES, surroundings, ignored)) {
            for (Item item : PolicyParser.parse(source).tree().items()) {
                if (item instanceof Item.Rule rule && rule.name().text().equals(name.rule())) {
                    diagnostics.add(
                            Diagnostic.error(
                                            CommandLineCode.ALREADY_THERE,
                                            source.place(rule.name().span()),
                                            "there is a rule `" + name.rule() + "` already")
                                    .withHint("give the policy another name"));
                    return rule;
                }
            }
        }
        return null;
    }
}
