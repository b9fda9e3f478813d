package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(
                                        TranscriptRunner.ROOT.resolve("spec/report.schema.json")));
        List<String> wrong = new ArrayList<>();
        int reports = 0;
        try (Stream<Path> files = Files.walk(TranscriptRunner.TRANSCRIPTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".transcript")).toList()) {
                for (Transcript.Step step : Transcript.read(file).steps()) {
                    String out = String.join("\n", step.expected().out());
                    if (step.command().contains("--format json") && out.startsWith("{")) {
                        reports++;
                        schema.validate(out, InputFormat.JSON)
                                .forEach(error -> wrong.add(file.getFileName() + ": " + error));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(reports == 0);
    }
}
