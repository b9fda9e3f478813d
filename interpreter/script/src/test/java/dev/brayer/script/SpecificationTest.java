package dev.brayer.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.Finding;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.script.wire.Limits;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.fill.RenderedText;
import dev.brayer.stencil.fill.Rewriter;
import dev.brayer.stencil.transform.Changed;
import dev.brayer.stencil.transform.Transformer;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Executes the marked blocks of `spec/scripts.md`: `js policy` with `yaml manifests` and `text
/// findings`, `js transformation` with `yaml stencil` and `yaml transformed`, `js error CODE`.
final class SpecificationTest {
    private static final Path PAGE =
            Path.of(System.getProperty("brayer.root", "../.."), "spec", "scripts.md");

    private static final Scripts SCRIPTS = TestRuntime.scripts(Limits.STANDARD, new ArrayList<>());

    private static final Source SERVICE =
            Source.of("service.yml", "kind: Service\nmetadata: { name: web }\n");

    private record Block(int line, String mark, String text) {}

    @AfterAll
    static void close() {
        SCRIPTS.close();
    }

    @TestFactory
    List<DynamicTest> blocks() throws IOException {
        List<Block> blocks = read();
        List<DynamicTest> tests = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            Block script = blocks.get(index);
            int next = index;
            Executable run =
                    switch (script.mark()) {
                        case "js policy" ->
                                () -> policy(script, blocks.get(next + 1), blocks.get(next + 2));
                        case "js transformation" ->
                                () ->
                                        transformation(
                                                script, blocks.get(next + 1), blocks.get(next + 2));
                        default ->
                                script.mark().startsWith("js error ")
                                        ? () -> error(script, script.mark().substring(9))
                                        : null;
                    };
            if (run != null) {
                tests.add(DynamicTest.dynamicTest(script.line() + " " + script.mark(), run));
            }
        }
        assertTrue(tests.size() >= 8);
        return tests;
    }

    @Test
    void theTableNamesTheLimits() throws IOException {
        String page = Files.readString(PAGE);
        Limits limits = Limits.STANDARD;
        for (String row :
                List.of(
                        "| processor time | " + limits.milliseconds() / 1_000 + " s |",
                        "| memory of the process | " + limits.memory() + " MB |",
                        "| executed statements | " + grouped(limits.statements()) + " |",
                        "| functions that call each other | " + grouped(limits.frames()) + " |",
                        "| printed characters | " + grouped(limits.output()) + " |",
                        "| reports | " + grouped(limits.reports()) + " |",
                        "| characters of a name, a title, a path | "
                                + grouped(limits.text())
                                + " |",
                        "| characters of the changed documents | "
                                + grouped(limits.result())
                                + " |")) {
            assertTrue(page.contains(row), row);
        }
    }

    private static String grouped(int number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }

    private static void policy(Block script, Block manifests, Block findings) {
        assertEquals("yaml manifests", manifests.mark());
        assertEquals("text findings", findings.mark());
        ReadResult read = DocumentReader.read(Source.of("manifests.yml", manifests.text()));
        ScriptJudgement judgement =
                SCRIPTS.judge(Source.of("policy.js", script.text()), read.documents());
        assertEquals(List.of(), judgement.diagnostics());
        StringBuilder found = new StringBuilder();
        for (Finding finding : judgement.findings()) {
            Place place = finding.place();
            found.append(place.start().line()).append(':').append(place.start().column());
            found.append(' ').append(finding.action().word()).append(' ').append(finding.rule());
            found.append(": ").append(finding.message()).append('\n');
        }
        assertEquals(findings.text(), found.toString());
    }

    private static void transformation(Block script, Block stencil, Block expected) {
        assertEquals("yaml stencil", stencil.mark());
        assertEquals("yaml transformed", expected.mark());
        Source source = Source.of("stencil.yml", stencil.text());
        Document document = DocumentReader.read(source, ReadOptions.PLAIN).documents().getFirst();
        Source code = Source.of("change.js", script.text());
        Transformer.Transformed transformed =
                SCRIPTS.transform(code, List.of(document.root()), Map.of("formation", "staging"));
        assertEquals(List.of(), transformed.diagnostics());
        List<Changed> documents = transformed.documents();
        assertTrue(documents != null && documents.size() == 1);
        Rewriter rewriter = new Rewriter(source, code.wholeFile());
        rewriter.change(document.root(), documents.getFirst());
        RenderedText text = rewriter.edits().applyTo(RenderedText.of(source));
        assertEquals(expected.text(), text.toString());
        List<Value> meant = List.of(documents.getFirst().value());
        assertTrue(Filler.reread("stencil.yml", text, meant, new Diagnostics()) != null);
    }

    private static void error(Block script, String code) {
        ScriptJudgement judgement =
                SCRIPTS.judge(
                        Source.of("policy.js", script.text()),
                        DocumentReader.read(SERVICE).documents());
        assertEquals(1, judgement.diagnostics().size());
        assertEquals(code, judgement.diagnostics().getFirst().code().id());
    }

    private static List<Block> read() throws IOException {
        List<Block> blocks = new ArrayList<>();
        String mark = null;
        int start = 0;
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String each : Files.readAllLines(PAGE)) {
            line++;
            if (!each.startsWith("```")) {
                text.append(each).append('\n');
            } else if (mark == null) {
                mark = each.substring(3);
                start = line;
                text.setLength(0);
            } else {
                blocks.add(new Block(start, mark, text.toString()));
                mark = null;
            }
        }
        return blocks;
    }
}
