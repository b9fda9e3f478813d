package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every JSON report in the transcripts is what `spec/report.schema.json` says.
class ReportSchemaTest {
    @Test
    void transcriptsHoldValidReports() throws IOException {
        ReportSchema schema = new ReportSchema();
        List<String> wrong = new ArrayList<>();
        int reports = 0;
        try (Stream<Path> files = Files.walk(TranscriptRunner.TRANSCRIPTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".transcript")).toList()) {
                for (Transcript.Step step : Transcript.read(file).steps()) {
                    String out = String.join("\n", step.expected().out());
                    if (step.command().contains("--format json") && out.startsWith("{")) {
                        reports++;
                        for (String problem : schema.problems(out)) {
                            wrong.add(file.getFileName() + ": " + problem);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(reports == 0);
    }
}
