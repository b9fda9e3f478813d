package dev.brayer.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The conformance suite again, through the program as it is shipped. A table is one run.
@Execution(ExecutionMode.CONCURRENT)
class ConformanceIT {
    @TempDir Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> operators() throws Exception {
        return suite().table("operators");
    }

    @TestFactory
    Stream<DynamicTest> logic() throws Exception {
        return suite().table("logic");
    }

    @TestFactory
    Stream<DynamicTest> places() throws Exception {
        return suite().places();
    }

    @TestFactory
    Stream<DynamicTest> folders() throws Exception {
        return suite().folders();
    }

    private Conformance suite() {
        return new Conformance(
                (words, where) ->
                        ShippedProgram.run(where, words.subList(1, words.size()), null, Map.of())
                                .out(),
                folder);
    }
}
