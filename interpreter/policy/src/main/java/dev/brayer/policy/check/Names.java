package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks a bare word up: loop names, then the file's names, then what the selected kinds give.
final class Names {
    private final Scope scope;
    private final Reporter reporter;
    private final KindCatalog kinds;
    private final FieldAccess fields;

    Names(Scope scope, KindCatalog kinds, FieldAccess fields) {
        this.scope = scope;
        this.kinds = kinds;
        this.fields = fields;
        this.reporter = scope.file().reporter();
    }

    Typed value(Expression.Reference reference) {
        Place place = reporter.place(reference);
        String name = reference.name().text();
        Scope.Local local = scope.local(name);
        if (local != null) {
            return new Typed(
                    Readings.of(new Operand.Local(place, local.slot()), local.type()),
                    local.type());
        }
        FileScope.Named named = scope.file().value(name, scope.offset());
        if (named != null) {
            warnOfHiddenField(reference.name(), named);
            scope.facts().fetches |= named.fetches();
            return new Typed(FileScope.at(place, named), named.value().type());
        }
        SelectedKinds selected = scope.selected();
        if (selected != null) {
            Typed known = known(reference.name(), place, selected);
            if (known != null) {
                return known;
            }
        }
        if (name.equals("filename") && !scope.isClosed()) {
            return new Typed(new Operand.Known(place, Operand.Thing.FILENAME), Basic.FILENAME);
        }
        unknown(reference.name(), selected);
        return Typed.broken(place);
    }

    private @Nullable Typed known(Name written, Place place, SelectedKinds selected) {
        String name = written.text();
        Operand.Thing thing =
                switch (name) {
                    case "resource" -> Operand.Thing.RESOURCE;
                    case "before" -> Operand.Thing.BEFORE;
                    case "pod" -> selected.havePods() ? Operand.Thing.POD : null;
                    case "podMetadata" -> selected.havePods() ? Operand.Thing.POD_METADATA : null;
                    default -> null;
                };
        if (thing != null) {
            scope.facts().usesBefore |= thing == Operand.Thing.BEFORE;
            return new Typed(new Operand.Known(place, thing), type(thing, selected));
        }
        Type type = Basic.UNKNOWN;
        if (selected.object() instanceof Type.ObjectOf object) {
            if (!selected.isField(name) && !FieldAccess.isOfOtherVersion(object, name)) {
                return null;
            }
            FieldAccess.Found found = fields.field(object, name, written);
            if (found == null) {
                return Typed.broken(place);
            }
            type = found.type();
        } else if (!selected.isField(name)) {
            return null;
        } else if (name.equals("metadata") && !selected.kinds().isEmpty()) {
            type = kinds.metadata();
        }
        Operand resource = new Operand.Known(place, Operand.Thing.RESOURCE);
        return new Typed(Readings.of(new Operand.Field(place, resource, name), type), type);
    }

    private Type type(Operand.Thing thing, SelectedKinds selected) {
        return switch (thing) {
            case RESOURCE, BEFORE -> selected.object();
            case POD -> kinds.pod();
            case POD_METADATA -> kinds.metadata();
            case FILENAME -> Basic.FILENAME;
        };
    }

    private void warnOfHiddenField(Name name, FileScope.Named named) {
        SelectedKinds selected = scope.selected();
        if (selected != null && selected.isField(name.text())) {
            reporter.warning(
                    PolicyCode.HIDDEN_FIELD,
                    name,
                    "`"
                            + name
                            + "` is the "
                            + (named.parameter() ? "parameter" : "variable")
                            + " of this file, not the field of the object",
                    "give it another name, or write `resource." + name + "` for the field");
        }
    }

    private void unknown(Name name, @Nullable SelectedKinds selected) {
        String text = name.text();
        if (scope.file().isAbsent(text)) {
            return;
        }
        Place ended = scope.ended(text);
        if (ended != null) {
            reporter.errorWith(
                    PolicyCode.LOOP_NAME_OUTSIDE,
                    name,
                    "`" + text + "` is not bound here: its quantifier ended before",
                    "put everything that is about `" + text + "` into parentheses after the colon",
                    ended,
                    "bound here");
            return;
        }
        FileScope.Named later = scope.file().last(text);
        if (later != null) {
            reporter.errorWith(
                    PolicyCode.UNKNOWN_NAME,
                    name,
                    "`" + text + "` is defined only further down",
                    "move the definition up",
                    later.place(),
                    "defined here");
            return;
        }
        if (selected == null && SelectedKinds.needsSelector(text) && !scope.isClosed()) {
            boolean variable = scope.owner() == Scope.Owner.VARIABLE;
            String fetch = "use `fetch(\"$." + text + "\")`";
            reporter.error(
                    PolicyCode.FIELD_WITHOUT_SELECTOR,
                    name,
                    (variable ? "a variable" : "a rule without `on`")
                            + " sees no field `"
                            + text
                            + "`",
                    variable
                            ? fetch + ", or hand the field to a `def`"
                            : "add `on any`, `on workload` or `on` and a kind before the brace, or "
                                    + fetch);
            return;
        }
        reporter.error(
                PolicyCode.UNKNOWN_NAME,
                name,
                "unknown name `" + text + "`",
                Reporter.didYouMean(text, visible(selected), hint(text, selected)));
    }

    private @Nullable String hint(String text, @Nullable SelectedKinds selected) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return "write `" + text.toLowerCase(Locale.ROOT) + "`";
        }
        if (Builtins.function(text) != null || scope.file().definition(text) != null) {
            return "`" + text + "` is a function: write `" + text + "(…)`";
        }
        if (scope.owner() == Scope.Owner.DEFINITION) {
            return "a `def` sees its parameters, variables, parameters of the file and other definitions only";
        }
        if (selected != null && !selected.havePods() && text.startsWith("pod")) {
            return "not every selected kind has pods; `on workload` selects those that have";
        }
        if (selected != null && selected.object() instanceof Type.ObjectOf object) {
            return FieldAccess.fewNames(object);
        }
        return selected == null
                ? null
                : "write `resource." + text + "` if it is a field of the object";
    }

    private List<String> visible(@Nullable SelectedKinds selected) {
        List<String> names = new ArrayList<>(scope.localNames());
        scope.file().valueNames().forEach(names::add);
        if (selected != null) {
            names.addAll(selected.names());
        }
        if (!scope.isClosed()) {
            names.add("filename");
        }
        return names;
    }
}
