package dev.brayer.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// `spec/report.schema.json`.
final class ReportSchema {
    private final Schema schema;

    ReportSchema() throws IOException {
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(
                                        TranscriptRunner.ROOT.resolve("spec/report.schema.json")));
    }

    /// What is wrong with a report; text that is no JSON throws.
    List<String> problems(String report) {
        List<String> problems = new ArrayList<>();
        schema.validate(report, InputFormat.JSON).forEach(error -> problems.add(error.toString()));
        return problems;
    }
}
