package dev.brayer.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.Finding;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each `NAME.js` of `src/test/resources/policies` judges `manifests.yml`, all in one child as long
/// as that lives; `NAME.txt` is what comes of it, of a runaway only that it was stopped.
/// `-Dbrayer.golden=write` rewrites the expectations, and fails.
final class PolicyTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "policies");
    private static final int SHOWN = 9;
    private static final int MANY = 40;
    private static final List<String> PRINTED = new ArrayList<>();
    private static final Scripts SCRIPTS = TestRuntime.scripts(TestRuntime.LIMITS, PRINTED);

    @AfterAll
    static void close() {
        SCRIPTS.close();
    }

    @TestFactory
    Stream<DynamicTest> policies() throws IOException {
        ReadResult manifests = DocumentReader.read(source("manifests.yml"));
        assertFalse(manifests.hasErrors());
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".js"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> DynamicTest.dynamicTest(name, () -> run(name, manifests)));
        }
    }

    private static void run(String name, ReadResult manifests) throws IOException {
        PRINTED.clear();
        ScriptJudgement judgement =
                SCRIPTS.judge(new ScriptPolicy(source(name), 1), manifests.documents());
        Path expected = FOLDER.resolve(name.replace(".js", ".txt"));
        String actual = name.startsWith("runaway") ? stopped(judgement) : text(judgement);
        String golden = Files.exists(expected) ? Files.readString(expected) : "";
        if ("write".equals(System.getProperty("brayer.golden")) && !golden.equals(actual)) {
            Files.writeString(expected, actual);
        }
        assertEquals(golden, actual);
    }

    /// Which limit is reached first, and where, is a matter of the machine.
    private static String stopped(ScriptJudgement judgement) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : judgement.findings()) {
            text.append(finding.action().word()).append(' ').append(finding.rule());
            text.append(" (").append(finding.code().word()).append(")\n");
        }
        return text.append(judgement.diagnostics()).append('\n').toString();
    }

    private static Source source(String name) throws IOException {
        return Source.of(name, Files.readString(FOLDER.resolve(name)));
    }

    private static String text(ScriptJudgement judgement) {
        StringBuilder text = new StringBuilder();
        List<Finding> findings = judgement.findings();
        if (findings.size() > SHOWN) {
            text.append(findings.size()).append(" findings, the last ones:\n");
        }
        for (Finding finding :
                findings.subList(Math.max(0, findings.size() - SHOWN), findings.size())) {
            text.append(finding.place()).append(": ").append(finding.action().word()).append(' ');
            text.append(finding.rule()).append(": ").append(finding.message());
            text.append(" (").append(finding.code().word()).append(")\n");
            text.append(Excerpt.of(finding.place()));
            text.append("  ").append(finding.resource()).append(", ").append(finding.path());
            text.append(", reported in ").append(finding.declared()).append('\n');
        }
        for (Diagnostic diagnostic : judgement.diagnostics()) {
            text.append(diagnostic).append('\n');
            if (diagnostic.place() != null) {
                text.append(Excerpt.of(diagnostic.place()));
            }
            if (diagnostic.hint() != null) {
                text.append("  hint: ").append(diagnostic.hint()).append('\n');
            }
        }
        if (PRINTED.size() > MANY) {
            text.append("printed: ").append(PRINTED.size()).append(" lines\n");
        } else {
            for (String line : PRINTED) {
                text.append("printed: ").append(line).append('\n');
            }
        }
        return text.isEmpty() ? "nothing\n" : text.toString();
    }
}
