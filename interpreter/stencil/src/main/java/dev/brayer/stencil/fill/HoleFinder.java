package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarStyle;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the holes within scalars and the words that fill them, and remembers which holes it came
/// by.
final class HoleFinder {
    private final Filling filling;
    private final BitSet visited = new BitSet();

    HoleFinder(Filling filling) {
        this.filling = filling;
    }

    /// The holes that stand in some scalar, by their index.
    BitSet visited() {
        return visited;
    }

    /// The holes within a scalar; what is malformed there is complained about.
    List<Hole> visit(ScalarNode node, boolean literal) {
        Masked stencil = filling.stencil();
        if (!literal) {
            complainMalformed(node);
        }
        if (!stencil.hasHoles()) {
            return List.of();
        }
        List<Hole> inside = stencil.holes(node.start(), node.end());
        if (!inside.isEmpty()) {
            int first = stencil.index(inside.get(0));
            visited.set(first, first + inside.size());
        }
        return inside;
    }

    private void complainMalformed(ScalarNode node) {
        for (Diagnostic malformed : filling.stencil().malformed()) {
            Place place = malformed.place();
            if (place != null
                    && node.start() <= place.span().start()
                    && place.span().start() < node.end()) {
                filling.diagnostics().add(malformed);
            }
        }
    }

    /// The hole that is a whole unquoted scalar.
    static @Nullable Hole whole(ScalarNode node, List<Hole> inside) {
        if (inside.isEmpty() || node.style() != ScalarStyle.PLAIN) {
            return null;
        }
        Hole first = inside.get(0);
        boolean whole =
                !first.isEscape() && first.start() == node.start() && first.end() == node.end();
        return whole ? first : null;
    }

    /// The word of a hole, or `null` after a complaint; an escape has none.
    @Nullable Word word(Hole hole, ScalarNode node) {
        boolean inScript = node.style().isBlock() && Shell.looksLike(node.text());
        String name = hole.word();
        return name == null ? null : filling.words().word(name, filling.place(hole), inScript);
    }
}
