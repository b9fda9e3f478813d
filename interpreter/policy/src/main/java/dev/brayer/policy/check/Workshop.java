package dev.brayer.policy.check;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of a program that all files share while it is made.
final class Workshop {
    /// A definition, compiled for the types of its arguments.
    record Compiled(
            @Nullable Definition<Operand> operand,
            @Nullable Definition<Condition> condition,
            Type type,
            Facts facts) {}

    /// More definitions than this, one calling the next, are no rule that a person could read.
    private static final int MOST_DEFINITIONS = 100;

    private record Use(FileScope.Defined definition, List<Type> types) {}

    private final KindCatalog kinds;
    private final Set<String> said = new HashSet<>();
    private final List<JsonPath> paths = new ArrayList<>();
    private final Map<String, Integer> pathSlots = new HashMap<>();
    private final List<Program.Variable> variables = new ArrayList<>();
    private final Map<String, SelectedKinds> asked = new HashMap<>();
    private final Map<Use, Compiled> compiled = new HashMap<>();

    /// The definitions that are being compiled, the outermost first: one of them again is a cycle.
    private final List<FileScope.Defined> open = new ArrayList<>();

    Workshop(KindCatalog kinds) {
        this.kinds = kinds;
    }

    KindCatalog kinds() {
        return kinds;
    }

    /// Whether this is said for the first time in the run.
    boolean isFirst(String remark) {
        return said.add(remark);
    }

    int path(JsonPath path) {
        Integer known = pathSlots.get(path.toString());
        if (known == null) {
            known = paths.size();
            paths.add(path);
            pathSlots.put(path.toString(), known);
        }
        return known;
    }

    int variable(Program.Variable variable) {
        variables.add(variable);
        return variables.size() - 1;
    }

    /// Notes that a rule asks for the objects of a kind.
    ///
    /// @param kind as it is written
    void ask(String kind, SelectedKinds kinds) {
        asked.put(kind, kinds);
    }

    /// What an object is that a rule asks for; the kind has been noted before.
    Type objects(String kind) {
        SelectedKinds kinds = asked.get(kind);
        return kinds == null ? Type.MapOf.ANY : kinds.object();
    }

    /// The kinds that rules ask for, as they are written.
    Map<String, List<Selection.Kind>> asked() {
        Map<String, List<Selection.Kind>> all = new HashMap<>();
        asked.forEach((kind, kinds) -> all.put(kind, kinds.kinds()));
        return all;
    }

    List<JsonPath> paths() {
        return paths;
    }

    List<Program.Variable> variables() {
        return variables;
    }

    /// The definition for arguments of these types; null where it calls itself, which is reported
    /// at the call.
    @Nullable Compiled definition(
            FileScope.Defined definition, List<Type> types, Name call, Reporter reporter) {
        int index = open.indexOf(definition);
        if (index >= 0) {
            StringBuilder cycle = new StringBuilder();
            for (FileScope.Defined part : open.subList(index, open.size())) {
                cycle.append('`').append(part.item().name()).append("` → ");
            }
            reporter.error(
                    PolicyCode.DEFINITION_CYCLE,
                    call,
                    "definitions call each other in a circle: " + cycle + "`" + call + "`");
            return null;
        }
        if (open.size() >= MOST_DEFINITIONS) {
            tooDeep(call, reporter);
            return null;
        }
        Use use = new Use(definition, List.copyOf(types));
        Compiled known = compiled.get(use);
        if (known == null) {
            open.add(definition);
            try {
                known = compile(definition, types);
            } catch (StackOverflowError tooDeep) {
                // Definitions and their bodies are limited each, but the one inside the other may
                // exceed any stack.
                if (open.size() > 1) {
                    throw tooDeep;
                }
                tooDeep(call, reporter);
                return null;
            } finally {
                open.removeLast();
            }
            compiled.put(use, known);
            if (known.facts().depth == MOST_DEFINITIONS) {
                tooDeep(call, reporter);
            }
        }
        return known;
    }

    private static void tooDeep(Name call, Reporter reporter) {
        reporter.error(
                PolicyCode.DEFINITION_DEPTH,
                call,
                "more than "
                        + MOST_DEFINITIONS
                        + " definitions call each other one below the other");
    }

    /// Checks a definition that perhaps nobody calls; what is found again at a call is said once.
    void checkAlone(FileScope.Defined definition, Reporter reporter) {
        List<Type> types = new ArrayList<>();
        for (FormalParameter parameter : definition.item().parameters()) {
            types.add(TypeNames.type(parameter.type(), kinds, reporter));
        }
        definition(definition, types, definition.item().name(), reporter);
    }

    private Compiled compile(FileScope.Defined definition, List<Type> types) {
        Facts facts = new Facts();
        FileScope home = definition.home();
        Scope scope =
                new Scope(
                        home,
                        null,
                        facts,
                        definition.item().span().start(),
                        Scope.Owner.DEFINITION);
        List<FormalParameter> parameters = definition.item().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            FormalParameter parameter = parameters.get(index);
            Type declared = TypeNames.type(parameter.type(), kinds, home.reporter());
            Type given = index < types.size() ? types.get(index) : Basic.UNKNOWN;
            scope.bind(
                    parameter.name().text(),
                    declared.accepts(given) && !given.isUnknown() ? given : declared,
                    home.reporter().place(parameter.name()));
        }
        Expressions expressions = new Expressions(scope, this);
        Expression body = definition.item().body();
        String name = definition.item().name().text();
        if (Conditions.isCondition(body, scope)) {
            Condition condition = expressions.conditions().condition(body);
            facts.optionalFields().report(home.reporter());
            return new Compiled(
                    null, new Definition<>(name, facts.frame(), condition), Basic.BOOL, facts);
        }
        Typed value = expressions.value(body);
        facts.optionalFields().report(home.reporter());
        return new Compiled(
                new Definition<>(name, facts.frame(), value.operand()), null, value.type(), facts);
    }

    /// Whether the types fit the annotations of the parameters; complains at the arguments where
    /// they do not.
    void checkArguments(
            FileScope.Defined definition,
            List<Typed> arguments,
            List<Expression> written,
            Reporter reporter) {
        List<FormalParameter> parameters = definition.item().parameters();
        for (int index = 0; index < Math.min(parameters.size(), arguments.size()); index++) {
            Type declared =
                    TypeNames.type(
                            parameters.get(index).type(), kinds, definition.home().reporter());
            if (!declared.accepts(arguments.get(index).type())) {
                reporter.error(
                        PolicyCode.ARGUMENT_TYPE,
                        written.get(index),
                        "`"
                                + parameters.get(index).name()
                                + "` is "
                                + Builtins.withArticle(declared)
                                + ", not "
                                + Builtins.withArticle(arguments.get(index).type()));
            }
        }
    }
}
