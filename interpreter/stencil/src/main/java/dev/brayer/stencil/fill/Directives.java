package dev.brayer.stencil.fill;

import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// The comments `# brayer: …` of a file, found without reading it as YAML.
public final class Directives {
    private static final String SIGN = "brayer:";

    private final List<Directive> head;
    private final List<Directive> below;

    /// A comment for brayer.
    ///
    /// @param words what stands behind `brayer:`, cut at blanks
    /// @param start where the `#` stands
    /// @param own whether the comment has its line for itself
    public record Directive(List<Word> words, int start, boolean own) {
        public Directive {
            words = List.copyOf(words);
        }
    }

    /// A word of a directive.
    public record Word(String text, Place place) {}

    private Directives(List<Directive> head, List<Directive> below) {
        this.head = head;
        this.below = below;
    }

    /// Finds what looks like one. Whether those below the head are comments at all, only the tree
    /// can tell.
    public static Directives of(Source source) {
        String text = source.text();
        List<Directive> head = new ArrayList<>();
        List<Directive> below = new ArrayList<>();
        int end = headEnd(text);
        int at = text.indexOf(SIGN);
        while (at >= 0) {
            int hash = hashBefore(text, at);
            if (hash >= 0) {
                Directive directive = read(source, hash, at + SIGN.length());
                (hash < end ? head : below).add(directive);
            }
            at = text.indexOf(SIGN, at + SIGN.length());
        }
        return new Directives(head, below);
    }

    /// The offset of the `#` of a comment that begins with `brayer:` here, or -1.
    private static int hashBefore(String text, int at) {
        int hash = at - 1;
        while (hash >= 0 && text.charAt(hash) == ' ') {
            hash--;
        }
        if (hash < 0 || text.charAt(hash) != '#') {
            return -1;
        }
        boolean comment =
                hash == 0 || text.charAt(hash - 1) <= ' ' || text.charAt(hash - 1) == '\uFEFF';
        return comment ? hash : -1;
    }

    private static Directive read(Source source, int hash, int from) {
        String text = source.text();
        int end = Lines.end(text, from);
        List<Word> words = new ArrayList<>();
        int at = from;
        while (at < end) {
            while (at < end && text.charAt(at) <= ' ') {
                at++;
            }
            int start = at;
            while (at < end && text.charAt(at) > ' ') {
                at++;
            }
            if (at > start) {
                words.add(new Word(text.substring(start, at), source.place(start, at)));
            }
        }
        return new Directive(words, hash, Lines.startsLine(text, hash));
    }

    /// Where the first line that is neither blank nor a comment nor `---` begins.
    private static int headEnd(String text) {
        int at = 0;
        while (at < text.length()) {
            int content = at;
            int end = Lines.end(text, at);
            while (content < end
                    && (text.charAt(content) <= ' ' || text.charAt(content) == '\uFEFF')) {
                content++;
            }
            boolean passes =
                    content == end
                            || text.charAt(content) == '#'
                            || text.charAt(content) == '%'
                            || (text.startsWith("---", at) && Lines.isBlank(text, at + 3, end));
            if (!passes) {
                return at;
            }
            at = Lines.next(text, at);
        }
        return at;
    }

    /// Those at the head of the file.
    public List<Directive> head() {
        return head;
    }

    /// Those behind the head.
    List<Directive> below() {
        return below;
    }
}
