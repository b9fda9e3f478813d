package dev.brayer.policy.check;

import dev.brayer.policy.type.Type;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that an expression can see.
///
/// A scope is of a rule (with its selected kinds), of a variable, or of a definition (with its
/// parameters); loop names come and go while the expression is walked.
final class Scope {
    /// A loop name or a parameter of a definition.
    record Local(String name, int slot, Type type, Place place) {}

    /// Whose expression it is.
    enum Owner {
        RULE,
        VARIABLE,
        DEFINITION,
        PARAMETER
    }

    private final FileScope file;
    private final @Nullable SelectedKinds selected;
    private final Facts facts;

    /// Where the expression stands in its file: variables defined later are not seen.
    private final int offset;

    private final Owner owner;
    private final List<Local> locals = new ArrayList<>();

    /// Loop names whose quantifier has ended, to say why they are not seen any more.
    private final Map<String, Place> ended = new HashMap<>();

    Scope(FileScope file, @Nullable SelectedKinds selected, Facts facts, int offset, Owner owner) {
        this.file = file;
        this.selected = selected;
        this.facts = facts;
        this.offset = offset;
        this.owner = owner;
    }

    FileScope file() {
        return file;
    }

    /// Null outside rules and in rules without a selector.
    @Nullable SelectedKinds selected() {
        return selected;
    }

    Facts facts() {
        return facts;
    }

    int offset() {
        return offset;
    }

    Owner owner() {
        return owner;
    }

    /// Whether nothing of the document is seen here.
    boolean isClosed() {
        return owner == Owner.DEFINITION || owner == Owner.PARAMETER;
    }

    Local bind(String name, Type type, Place place) {
        Local local = new Local(name, facts.slot(name), type, place);
        locals.add(local);
        ended.remove(name);
        return local;
    }

    void unbind(Local local, Place quantifier) {
        locals.remove(local);
        ended.put(local.name(), quantifier);
    }

    @Nullable Local local(String name) {
        for (int index = locals.size() - 1; index >= 0; index--) {
            if (locals.get(index).name().equals(name)) {
                return locals.get(index);
            }
        }
        return null;
    }

    /// The quantifier that bound a loop name which is not seen any more, or null.
    @Nullable Place ended(String name) {
        return ended.get(name);
    }

    List<String> localNames() {
        List<String> names = new ArrayList<>();
        for (Local local : locals) {
            names.add(local.name());
        }
        return names;
    }
}
