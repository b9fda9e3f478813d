package dev.brayer.policy.check;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.ImportSource;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks all policies of a run together and makes one program of them.
public final class Checker {
    private final LoadOptions options;
    private final Diagnostics diagnostics;
    private final Workshop workshop;
    private final Parameters parameters;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /// Files that were imported, by path; null while one is being read.
    private final Map<String, @Nullable FileScope> imported = new HashMap<>();

    public Checker(LoadOptions options, Diagnostics diagnostics) {
        this.options = options;
        this.diagnostics = diagnostics;
        this.workshop = new Workshop(new KindCatalog(options.kinds()));
        this.parameters = new Parameters(options.parameters(), workshop, diagnostics);
    }

    /// A program for as much as could be checked; it is only to be run when no error was reported.
    public Program check(List<ParsedPolicy> policies) {
        for (ParsedPolicy policy : policies) {
            check(policy);
        }
        parameters.reportUnknown();
        return new Program(
                List.copyOf(rules.values()),
                workshop.paths(),
                workshop.variables(),
                workshop.kinds().workloads(),
                ownKinds(),
                workshop.asked());
    }

    private Set<String> ownKinds() {
        boolean wanted = workshop.asked().containsKey("workload");
        for (Rule rule : rules.values()) {
            wanted |= rule.selection() != null && rule.selection().ofWorkloads();
        }
        return wanted ? new HashSet<>(workshop.kinds().names()) : Set.of();
    }

    private void check(ParsedPolicy policy) {
        Reporter reporter = new Reporter(policy.source(), diagnostics);
        List<String> importing = new ArrayList<>(List.of(policy.source().name()));
        FileScope file = declarations(policy, reporter, importing);
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Definition definition) {
                workshop.checkAlone(new FileScope.Defined(definition, file), reporter);
            }
        }
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Rule rule) {
                rule(rule, file);
            } else if (item instanceof Item.Test test) {
                test(test, policy, reporter);
            }
        }
    }

    private void rule(Item.Rule item, FileScope file) {
        Rule rule = new Rules(file, workshop).check(item);
        Rule first = rules.putIfAbsent(rule.name(), rule);
        if (first != null) {
            file.reporter()
                    .errorWith(
                            PolicyCode.DUPLICATE_RULE,
                            item.name(),
                            "there are two rules `" + rule.name() + "`",
                            "give one of them another name",
                            first.declared(),
                            "the first one stands here");
        }
    }

    private static void test(Item.Test test, ParsedPolicy policy, Reporter reporter) {
        List<String> names = new ArrayList<>();
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Rule rule) {
                names.add(rule.name().text());
            }
        }
        String tested = test.rule().text();
        if (!names.contains(tested)) {
            reporter.error(
                    PolicyCode.UNKNOWN_TESTED_RULE,
                    test.rule(),
                    "this file has no rule `" + tested + "` to test",
                    Reporter.didYouMean(tested, names, null));
        }
    }

    /// Everything of a file but its rules, in the order of the text.
    private FileScope declarations(ParsedPolicy policy, Reporter reporter, List<String> importing) {
        FileScope file = new FileScope(reporter);
        for (Item item : policy.tree().items()) {
            if (item instanceof Item.Definition definition) {
                String name = definition.name().text();
                FileScope.Defined other = file.definition(name);
                if (other != null) {
                    duplicate(reporter, definition.name(), reporter.place(other.item().name()));
                }
                parameters(definition, reporter);
                file.declare(name, new FileScope.Defined(definition, file));
            }
        }
        for (Item item : policy.tree().items()) {
            switch (item) {
                case Item.Import declared -> imports(declared, file, importing);
                case Item.Variable variable -> variable(variable, file);
                case Item.Parameter parameter -> {
                    FileScope.Named other = file.last(parameter.name().text());
                    if (other != null) {
                        duplicate(reporter, parameter.name(), other.place());
                    }
                    Typed value = parameters.value(parameter, file);
                    file.declare(
                            new FileScope.Named(
                                    parameter.name().text(),
                                    0,
                                    value,
                                    reporter.place(parameter.name()),
                                    true,
                                    false));
                }
                case Item.Definition ignored -> {}
                case Item.Rule ignored -> {}
                case Item.Test ignored -> {}
                case Item.Broken ignored -> {}
            }
        }
        return file;
    }

    private static void parameters(Item.Definition definition, Reporter reporter) {
        Map<String, Name> known = new HashMap<>();
        for (FormalParameter parameter : definition.parameters()) {
            Name first = known.putIfAbsent(parameter.name().text(), parameter.name());
            if (first != null) {
                duplicate(reporter, parameter.name(), reporter.place(first));
            }
        }
    }

    private static void duplicate(Reporter reporter, Name name, Place first) {
        reporter.errorWith(
                PolicyCode.DUPLICATE_NAME,
                name,
                "`" + name + "` is declared twice",
                "give one of them another name",
                first,
                "first declared here");
    }

    private void variable(Item.Variable variable, FileScope file) {
        Reporter reporter = file.reporter();
        String name = variable.name().text();
        FileScope.Named other = file.last(name);
        if (other != null) {
            diagnostics.add(
                    dev.brayer.text.Diagnostic.warning(
                                    PolicyCode.REDEFINED,
                                    reporter.place(variable.name()),
                                    "`" + name + "` is defined again")
                            .withRelated(other.place(), "first defined here"));
        }
        Facts facts = new Facts();
        Scope scope = new Scope(file, null, facts, variable.span().start(), Scope.Owner.VARIABLE);
        Typed value = new Expressions(scope, workshop).value(variable.value());
        if (value.constant() == null) {
            int slot =
                    workshop.variable(new Program.Variable(name, facts.frame(), value.operand()));
            Place place = reporter.place(variable.value());
            value =
                    new Typed(
                            Readings.of(new Operand.Variable(place, slot), value.type()),
                            value.type());
        }
        file.declare(
                new FileScope.Named(
                        name,
                        variable.span().end(),
                        value,
                        reporter.place(variable.name()),
                        false,
                        facts.fetches));
    }

    private void imports(Item.Import declared, FileScope into, List<String> importing) {
        String path =
                switch (declared.source()) {
                    case ImportSource.File file ->
                            Paths.beside(into.reporter().source().name(), file.path());
                    case ImportSource.Library library -> library.path();
                };
        FileScope from = imported(path, declared, into.reporter(), importing);
        for (Name name : declared.names()) {
            if (from != null && bring(name, from, into)) {
                continue;
            }
            into.declareAbsent(name.text());
            if (from != null) {
                List<String> names = new ArrayList<>();
                from.valueNames().forEach(names::add);
                from.definitionNames().forEach(names::add);
                into.reporter()
                        .error(
                                PolicyCode.IMPORT,
                                name,
                                "`" + path + "` has no `" + name + "` to import",
                                Reporter.didYouMean(
                                        name.text(),
                                        names,
                                        "variables, parameters and definitions can be imported"));
            }
        }
    }

    private static boolean bring(Name name, FileScope from, FileScope into) {
        FileScope.Defined definition = from.definition(name.text());
        if (definition != null) {
            into.declare(name.text(), definition);
            return true;
        }
        FileScope.Named value = from.last(name.text());
        if (value == null) {
            return false;
        }
        into.declare(
                new FileScope.Named(
                        name.text(),
                        0,
                        value.value(),
                        into.reporter().place(name),
                        value.parameter(),
                        value.fetches()));
        return true;
    }

    private @Nullable FileScope imported(
            String path, Item.Import declared, Reporter reporter, List<String> importing) {
        int cycle = importing.indexOf(path);
        if (cycle >= 0) {
            String way = String.join(" → ", importing.subList(cycle, importing.size()));
            reporter.error(
                    PolicyCode.IMPORT,
                    declared.source(),
                    "files import each other in a circle: " + way + " → " + path);
            return null;
        }
        if (imported.containsKey(path)) {
            return imported.get(path);
        }
        boolean library = declared.source() instanceof ImportSource.Library;
        Source source = library ? StandardLibrary.policy(path) : options.imports().read(path);
        FileScope file = null;
        if (source == null) {
            reporter.error(
                    PolicyCode.IMPORT,
                    declared.source(),
                    "there is no policy `" + path + "`",
                    library ? absentFromLibrary(path) : quoted(path));
        } else {
            ParsedPolicy parsed = PolicyParser.parse(source);
            diagnostics.addAll(parsed.diagnostics());
            List<String> deeper = new ArrayList<>(importing);
            deeper.add(path);
            file = declarations(parsed, new Reporter(source, diagnostics), deeper);
        }
        imported.put(path, file);
        return file;
    }

    private static String quoted(String path) {
        return StandardLibrary.isName(path) && StandardLibrary.policies(path).size() == 1
                ? "without quotes it is the policy of the standard library: `from " + path + "`"
                : "a path in quotes starts in the folder of this file";
    }

    private static String absentFromLibrary(String name) {
        if (!StandardLibrary.isName(name)) {
            return "a file is named in quotes; without them stands a policy of the standard library, such as `std/images`";
        }
        List<Source> set = StandardLibrary.policies(name);
        return set.isEmpty()
                ? StandardLibrary.hint(name)
                : "this is a set; names are imported from one policy of it";
    }
}
