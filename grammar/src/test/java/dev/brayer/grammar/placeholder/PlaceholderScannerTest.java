package dev.brayer.grammar.placeholder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.grammar.Golden;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlaceholderScannerTest {
    static List<Path> files() {
        return Golden.files(Golden.folder("placeholder"), ".yml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsHolesAndSaysWhatIsNone(Path file) {
        Source source = Golden.source(file);
        Placeholders found = scan(source);
        StringBuilder text = new StringBuilder();
        for (Placeholders.Hole hole : found.holes()) {
            text.append("hole ")
                    .append(source.place(hole.span()))
                    .append(' ')
                    .append(hole.word())
                    .append('\n');
        }
        for (Span escape : found.escapes()) {
            text.append("escape ").append(source.place(escape)).append('\n');
        }
        Golden.check(
                file.resolveSibling(file.getFileName() + ".holes"),
                text + Golden.show(found.diagnostics()));
    }

    @Test
    void aTextWithoutHolesIsNothing() {
        assertSame(Placeholders.NONE, scan(Source.of("a.yml", "$$ $(X) $X {} }")));
    }

    @Test
    void onlyThePartIsScanned() {
        Source source = Source.of("a.yml", "${a} ${b} ${c}");
        Placeholders found = PlaceholderScanner.scan(source, new Span(5, 9));
        assertEquals(List.of(new Placeholders.Hole(new Span(5, 9), "b")), found.holes());
        assertTrue(PlaceholderScanner.scan(source, new Span(4, 6)).isEmpty());
        assertEquals(1, PlaceholderScanner.scan(source, new Span(5, 8)).diagnostics().size());
    }

    /// Holes, escapes and mistakes stand in order, do not overlap, and no `${` is passed over.
    @Property(tries = 2000)
    void everyOpeningIsAccountedFor(
            @ForAll @StringLength(max = 24) @Chars({'$', '{', '}', 'a', '-', '.', ' ', '\n'})
                    String text) {
        Placeholders found = scan(Source.of("a.yml", text));
        boolean[] covered = new boolean[text.length() + 1];
        for (Placeholders.Hole hole : found.holes()) {
            assertEquals(
                    "${" + hole.word() + "}",
                    text.substring(hole.span().start(), hole.span().end()));
            cover(covered, hole.span());
        }
        for (Span escape : found.escapes()) {
            assertEquals("$${", text.substring(escape.start(), escape.end()));
            cover(covered, escape);
        }
        found.diagnostics()
                .forEach(diagnostic -> {
                    if (diagnostic.place() != null) {
                        cover(covered, diagnostic.place().span());
                    }
                });
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 1)) {
            assertTrue(covered[at], text);
        }
    }

    private static void cover(boolean[] covered, Span span) {
        for (int at = span.start(); at < span.end(); at++) {
            assertTrue(!covered[at], "overlap");
            covered[at] = true;
        }
    }

    private static Placeholders scan(Source source) {
        return PlaceholderScanner.scan(source, new Span(0, source.text().length()));
    }
}
