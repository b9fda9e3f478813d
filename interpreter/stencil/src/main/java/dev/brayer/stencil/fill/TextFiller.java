package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarStyle;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills scalars that are more than one unquoted hole: texts with holes in them, and literal text,
/// whose braces are no holes.
final class TextFiller {
    private final Filling filling;
    private final HoleFinder finder;
    private final HoleFiller holes;

    TextFiller(Filling filling, HoleFinder finder, HoleFiller holes) {
        this.filling = filling;
        this.finder = finder;
        this.holes = holes;
    }

    Value literal(ScalarNode node, List<Hole> inside, Context context) {
        if (context.flow() && node.style() == ScalarStyle.PLAIN) {
            filling.diagnostics()
                    .add(
                            Diagnostic.error(
                                            StencilCode.LITERAL_FLOW,
                                            filling.place(inside.get(0)),
                                            "text with braces stands unquoted within a list or map in flow style")
                                    .withHint("put it in quotes"));
        }
        return new Value.Text(filling.stencil().uncovered(node.text(), inside), node.place());
    }

    /// A text with holes in it.
    Value fill(ScalarNode node, List<Hole> inside, Context context) {
        String text = filling.text();
        List<String> between = Masked.between(node.text(), inside);
        List<ScalarFiller.Part> parts = new ArrayList<>(inside.size());
        int contentStart =
                node.style().isBlock()
                        ? new BlockScalar(text, node, context.parentColumn()).contentStart()
                        : node.start();
        boolean complete = true;
        for (int index = 0; index < inside.size(); index++) {
            Hole hole = inside.get(index);
            ScalarFiller.Part part =
                    hole.isEscape()
                            ? ScalarFiller.Part.escape(
                                    between.get(index), hole, filling.stencil().source())
                            : part(between.get(index), hole, node);
            if (part != null && hole.start() < contentStart) {
                filling.diagnostics().add(HoleFiller.misplaced(filling.place(hole)));
            }
            complete &= part != null && hole.start() >= contentStart;
            if (part != null) {
                parts.add(part);
            }
        }
        if (!complete) {
            return holes.failed(node.place());
        }
        String after = between.get(between.size() - 1);
        return new ScalarFiller(text, node, parts, after, context.flow(), filling.edits())
                .fill(context.parentColumn());
    }

    private ScalarFiller.@Nullable Part part(String before, Hole hole, ScalarNode node) {
        Word word = finder.word(hole, node);
        if (word == null) {
            return null;
        }
        String inserted = holes.inText(word, filling.place(hole));
        return inserted == null
                ? null
                : new ScalarFiller.Part(
                        before, hole, filling.place(hole), word.origins(), inserted);
    }
}
