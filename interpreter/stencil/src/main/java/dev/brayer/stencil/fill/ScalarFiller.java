package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarStyle;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills holes that are part of a longer scalar, or the whole of a quoted one, or stand in a block
/// scalar or a key. The result is always a string. Where the value fits, only the hole changes;
/// else the scalar is written anew in double quotes, on one line.
final class ScalarFiller {
    private final String source;
    private final Place place;
    private final ScalarNode node;
    private final List<Part> parts;
    private final String after;
    private final boolean flow;
    private final Edits edits;

    /// A hole of the scalar with the text that fills it.
    ///
    /// @param before the read text between the former hole and this one
    record Part(
            String before, Hole hole, Place place, @Nullable List<Origin> origins, String text) {
        /// The escape `$${`: its last two characters stay.
        static Part escape(String before, Hole hole, Source source) {
            return new Part(before, hole, source.place(hole.start() + 1, hole.end()), null, "${");
        }

        Piece piece(String written) {
            return origins == null
                    ? new Piece(written, place, true, List.of())
                    : new Piece(written, place, false, origins);
        }
    }

    /// @param after the read text behind the last hole
    ScalarFiller(
            String source,
            ScalarNode node,
            List<Part> parts,
            String after,
            boolean flow,
            Edits edits) {
        this.source = source;
        this.place = node.place();
        this.node = node;
        this.parts = parts;
        this.after = after;
        this.flow = flow;
        this.edits = edits;
    }

    private String filled() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(part.before()).append(part.text());
        }
        return out.append(after).toString();
    }

    /// Fills the scalar.
    ///
    /// @param parentColumn where the map or list that holds the scalar stands, for block scalars
    /// @return the string that it now is
    Value.Text fill(int parentColumn) {
        String text = filled();
        switch (node.style()) {
            case PLAIN -> plain(text);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> quoted(text);
            case LITERAL, FOLDED -> {
                BlockScalar block = new BlockScalar(source, node, parentColumn);
                text = block.chomped(text);
                if (!block.fill(parts, edits)) {
                    rewrite(text);
                }
            }
        }
        return new Value.Text(text, place);
    }

    private void plain(String text) {
        boolean oneLine = !hasBreak(source, node.start(), node.end());
        boolean fits =
                oneLine
                        ? ScalarText.isPlain(text, flow)
                        : simpleParts() && ScalarText.isPlain(text.replace('\n', ' '), flow);
        if (!fits || Lines.isJson(source)) {
            rewrite(text);
            return;
        }
        for (Part part : parts) {
            edits.replace(part.hole().start(), part.hole().end(), List.of(part.piece(part.text())));
        }
    }

    private void quoted(String text) {
        boolean single = node.style() == ScalarStyle.SINGLE_QUOTED;
        boolean oneLine = !hasBreak(source, node.start(), node.end());
        for (Part part : parts) {
            boolean fits = oneLine ? !single || isQuotable(part.text()) : isSimple(part.text());
            if (!fits) {
                rewrite(text);
                return;
            }
        }
        for (Part part : parts) {
            String written =
                    single ? part.text().replace("'", "''") : ScalarText.escaped(part.text());
            edits.replace(part.hole().start(), part.hole().end(), List.of(part.piece(written)));
        }
    }

    private static boolean isQuotable(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && ScalarText.fitsBlock(text);
    }

    private boolean simpleParts() {
        for (Part part : parts) {
            if (!isSimple(part.text())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the text is one word that nothing around it can change the meaning of.
    private static boolean isSimple(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean simple =
                    (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || (character >= '0' && character <= '9')
                            || "_./".indexOf(character) >= 0;
            if (!simple) {
                return false;
            }
        }
        return true;
    }

    static boolean hasBreak(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (Lines.isBreak(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// The whole scalar in double quotes; what was not filled leads to the scalar as a whole.
    private void rewrite(String text) {
        // A block scalar may have lost line ends at its end, so only so much is written as there is
        // text.
        int left = text.length();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(around("\""));
        for (Part part : parts) {
            left = add(pieces, part.before(), left, null);
            left = add(pieces, part.text(), left, part);
        }
        add(pieces, after, left, null);
        pieces.add(around("\""));
        edits.replace(node.start(), node.end(), pieces);
    }

    private int add(List<Piece> pieces, String text, int left, @Nullable Part part) {
        String taken = text.substring(0, Math.min(text.length(), left));
        if (!taken.isEmpty()) {
            String escaped = ScalarText.escaped(taken);
            pieces.add(part == null ? around(escaped) : part.piece(escaped));
        }
        return left - taken.length();
    }

    private Piece around(String text) {
        return new Piece(text, place, false, List.of());
    }
}
