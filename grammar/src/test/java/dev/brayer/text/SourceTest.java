package dev.brayer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceTest {
    @Test
    void countsLinesForEveryKindOfLineEnd() {
        Source source = Source.of("web.yml", "a\nb\r\nc\rd");
        assertEquals(4, source.lineCount());
        assertEquals(new Position(3, 1), source.position(5));
        assertEquals(new Position(4, 2), source.position(99));
        assertEquals("b", source.line(2));
    }

    @Test
    void aPartCountsLinesAsTheFileDoes() {
        Source source = Source.part("web.yml", "---\nkind: Pod\n", 41);
        int start = source.text().indexOf("kind");
        assertEquals(new Position(42, 1), source.position(start));
        assertEquals("kind: Pod", source.line(42));
        assertEquals(start, source.lineStart(42));
        assertEquals(
                "   42 | kind: Pod\n      | ^^^^\n", Excerpt.of(source.place(start, start + 4)));
    }

    @Test
    void columnsCountUtf16Units() {
        Source source = Source.of("web.yml", "x: 😀 y");
        assertEquals(new Position(1, 7), source.position(source.text().indexOf('y')));
    }

    @Test
    void excerptPointsAtThePlace() {
        Source source = Source.of("web.yml", "kind: Service\n\tport: 80\n");
        int start = source.text().indexOf("80");
        assertEquals(
                "    2 |     port: 80\n      |           ^^\n",
                Excerpt.of(source.place(start, start + 2)));
        assertEquals(
                "    1 | kind: Service\n      |              ^\n",
                Excerpt.of(source.place(13, 13)));
        assertEquals("", Excerpt.of(Source.unread("gone.yml").wholeFile()));
    }

    @Test
    void excerptShowsHiddenCharacters() {
        Source source = Source.of("web.yml", "a\u202eb: c");
        assertEquals("    1 | a\\u202eb: c\n      |  ^^^^^^\n", Excerpt.of(source.place(1, 2)));
    }

    @Test
    void longLinesAreCutAroundThePlace() {
        Source source = Source.of("web.yml", "x".repeat(300) + "HERE" + "y".repeat(300));
        String[] lines = Excerpt.of(source.place(300, 304)).split("\n", -1);
        assertEquals(lines[0].indexOf("HERE"), lines[1].indexOf("^^^^"));
    }

    @Test
    void suggestsOnlyWhatIsNear() {
        assertEquals("replicas", Suggestions.nearest("replcias", List.of("image", "replicas")));
        assertEquals("Deployment", Suggestions.nearest("deployment", List.of("Deployment")));
        assertNull(Suggestions.nearest("ports", List.of("image", "replicas")));
        assertNull(Suggestions.nearest("x", List.of("replicas")));
    }

    @Test
    void provenanceLeadsBackToTheWrittenPlaceAndTheValue() {
        Source stencil = Source.of("stencils/web.yml", "replicas: ${replicas}\nkind: X\n");
        Source formation = Source.of("formations/production.yml", "values:\n  replicas: 3\n");
        Origin origin = new Origin("replicas", formation.place(20, 21));
        Provenance provenance =
                Provenance.of(
                        List.of(
                                new Provenance.Segment(0, stencil.place(0, 10), true, List.of()),
                                new Provenance.Segment(
                                        10, stencil.place(10, 21), false, List.of(origin)),
                                new Provenance.Segment(
                                        11, stencil.place(21, 30), true, List.of())));
        Source rendered = Source.rendered("stencils/web.yml", "replicas: 3\nkind: X\n", provenance);

        Place value = rendered.place(10, 11);
        assertEquals(stencil.place(10, 21), value.written());
        assertEquals(List.of(origin), value.origins());
        Place kind = rendered.place(18, 19);
        assertEquals("stencils/web.yml:2:7", kind.written().toString());
        assertEquals(List.of(), kind.origins());
        assertEquals("formations/production.yml:2:13", origin.place().toString());
        assertNull(value.unfilledWord());
    }

    @Test
    void provenanceMustCoverTheText() {
        Source stencil = Source.of("stencils/web.yml", "kind: X");
        List<Provenance.Segment> gap =
                List.of(new Provenance.Segment(3, stencil.place(0, 1), true, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Provenance.of(gap));
    }

    @Test
    void theWorstOutcomeWins() {
        assertEquals(Outcome.USAGE, Outcome.FINDINGS.and(Outcome.USAGE));
        assertEquals(Outcome.BUG, Outcome.BUG.and(Outcome.USAGE));
        assertEquals(Outcome.BUSY, Outcome.BUSY.and(Outcome.TIME_LIMIT));
        assertEquals(Outcome.OUTSIDE, Outcome.BUSY.and(Outcome.OUTSIDE));
    }
}
