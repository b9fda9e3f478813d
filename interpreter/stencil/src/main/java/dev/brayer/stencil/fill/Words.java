package dev.brayer.stencil.fill;

import dev.brayer.document.Node;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// What a stencil's holes ask for.
public interface Words {
    /// The word of a hole, or `null` after a complaint that it has no value.
    ///
    /// @param inScript whether the hole stands in a block scalar that looks like a shell script
    @Nullable Word word(String name, Place hole, boolean inScript);

    /// The same without a complaint and without counting as a use.
    @Nullable Word peek(String name);

    /// A partial, filled with the same words, or `null` after a complaint.
    @Nullable Insert partial(Value.Partial partial, Place hole);

    /// A filled partial.
    ///
    /// @param text the whole file
    /// @param root its tree, over that text
    /// @param value the same as a value
    record Insert(RenderedText text, Node root, Value value) {}
}
