package dev.brayer.policy.coverage;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.coverage.CoveragePoint.Kind;
import dev.brayer.policy.evaluate.Observer;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What tests exercise of policies, and what they do not.
///
/// Every part of a policy has its sides: a comparison holds, fails, or is open; a `default` is
/// taken or not. Coverage is the share of all sides that some test saw.
public final class Coverage implements Observer {
    private final Points points = new Points();
    private final Surveyor surveyor = new Surveyor(points);

    /// Selectors, by the places of the names of their rules.
    private final Map<String, CoveragePoint> selectors = new HashMap<>();

    /// Definitions, by file and name.
    private final Map<String, CoveragePoint> definitions = new HashMap<>();

    /// The rules that judge the input at hand, and how often.
    private final IdentityHashMap<Rule, Integer> selected = new IdentityHashMap<>();

    private final List<Source> files = new ArrayList<>();

    /// A file whose parts count.
    public void addFile(Source source) {
        files.add(source);
        ParsedPolicy parsed = PolicyParser.parse(source);
        for (Item item : parsed.tree().items()) {
            switch (item) {
                case Item.Rule rule -> addSelector(source, rule);
                case Item.Definition definition ->
                        definitions.put(
                                key(source.name(), definition.name().text()),
                                points.at(
                                        Kind.DEFINITION,
                                        source.place(definition.name().span()),
                                        Side.CALLED));
                case Item.Import _,
                        Item.Variable _,
                        Item.Parameter _,
                        Item.Test _,
                        Item.Broken _ -> {}
            }
        }
    }

    private void addSelector(Source source, Item.Rule rule) {
        Selector selector = rule.selector();
        if (selector == null) {
            return;
        }
        int start = selector.span().start();
        int end = start;
        boolean all = false;
        for (Target target : selector.targets()) {
            end = Math.max(end, target.span().end());
            all |= target instanceof Target.Any;
        }
        CoveragePoint point =
                points.at(
                        Kind.SELECTOR,
                        source.place(start, end),
                        source.place(rule.span()),
                        Side.MATCHED);
        if (!all) {
            point.allow(Side.SKIPPED);
        }
        selectors.put(source.place(rule.name().span()).toString(), point);
    }

    /// Policies that are about to be tested; the same ones may be loaded with several parameters.
    public void add(CheckedPolicies policies) {
        Program program = policies.program();
        for (Rule rule : program.rules()) {
            surveyor.survey(rule);
        }
        for (Program.Variable variable : program.variables()) {
            surveyor.survey(variable.value());
        }
    }

    /// An input is about to be judged.
    public void begin() {
        selected.clear();
    }

    /// An input was judged.
    public void end(CheckedPolicies policies, int documents) {
        for (Rule rule : policies.program().rules()) {
            CoveragePoint point = selectors.get(rule.declared().toString());
            Selection selection = rule.selection();
            if (point != null && selection != null) {
                int times = selected.getOrDefault(rule, 0);
                if (times > 0) {
                    point.see(Side.MATCHED);
                }
                if (selection.removed() ? times == 0 : times < documents) {
                    point.see(Side.SKIPPED);
                }
            }
        }
    }

    @Override
    public void selected(Rule rule) {
        selected.merge(rule, 1, Integer::sum);
    }

    @Override
    public void judged(Condition condition, Truth truth) {
        for (Surveyor.Meaning meaning : surveyor.meanings(condition)) {
            meaning.of(truth);
        }
    }

    @Override
    public void met(Condition.Quantified quantified, int elements) {
        if (elements == 0) {
            surveyor.seeNoElement(quantified);
        }
    }

    @Override
    public void fellBack(Operand.Fallback fallback, boolean taken) {
        surveyor.see(fallback, taken ? Side.TAKEN : Side.NOT_TAKEN);
    }

    @Override
    public void shown(Operand interpolation) {
        surveyor.see(interpolation, Side.SHOWN);
    }

    @Override
    public void called(Definition<?> definition) {
        Place body =
                switch (definition.body()) {
                    case Condition condition -> condition.place();
                    case Operand operand -> operand.place();
                    default -> null;
                };
        CoveragePoint point =
                body == null ? null : definitions.get(key(body.source().name(), definition.name()));
        if (point != null) {
            point.see(Side.CALLED);
        }
    }

    private static String key(String file, String definition) {
        return definition + " in " + file;
    }

    /// What was exercised of each file, in the order in which they were added.
    public List<FileCoverage> files() {
        List<FileCoverage> all = new ArrayList<>();
        for (Source file : files) {
            all.add(new FileCoverage(file.name(), points.of(file.name())));
        }
        return List.copyOf(all);
    }
}
