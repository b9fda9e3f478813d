package dev.brayer.cli;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarNode;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of the conformance suite: conditions by row and column, and what each is. How it is read
/// and judged stands in `spec/conformance/README.md`.
///
/// @param input the file that is judged
record ConformanceTable(String name, Path input, List<Case> cases) {
    static final Path FOLDER = TranscriptRunner.ROOT.resolve("spec/conformance/tables");

    /// A cell may have several.
    ///
    /// @param selector what the rule is about
    /// @param condition what it asks; in a row `message`, what it says
    /// @param expected what the condition is; in a row `message`, what is said
    record Case(String row, String column, String selector, String condition, String expected) {
        boolean isMessage() {
            return row.equals("message");
        }

        boolean isRefused() {
            return expected.equals("refused");
        }

        /// The case as a rule.
        String rule(String name) {
            String head = "rule " + name + " ensure " + selector;
            return isMessage()
                    ? head + " \"\"\"" + condition + "\"\"\" { false }\n"
                    : head + " {\n    " + condition + "\n}\n";
        }

        @Override
        public String toString() {
            return row + ", " + column + ": " + condition;
        }
    }

    static ConformanceTable read(String name) {
        Path file = FOLDER.resolve(name + ".yml");
        MapNode root = map(readFile(file));
        MapNode selectors = map(root.get("selectors"));
        List<Case> cases = new ArrayList<>();
        for (Entry row : map(root.get("table")).entries()) {
            for (Entry column : map(row.value()).entries()) {
                for (Entry one : map(column.value()).entries()) {
                    cases.add(
                            new Case(
                                    row.name(),
                                    column.name(),
                                    text(selectors.get(column.name())),
                                    one.name(),
                                    text(one.value())));
                }
            }
        }
        return new ConformanceTable(name, FOLDER.resolve(text(root.get("input"))), cases);
    }

    static Node readFile(Path file) {
        try {
            ReadResult read =
                    DocumentReader.read(
                            Source.of(file.toString(), Files.readString(file)), ReadOptions.PLAIN);
            if (read.hasErrors()) {
                throw new AssertionError(read.diagnostics());
            }
            return read.documents().getFirst().root();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static MapNode map(@org.jspecify.annotations.Nullable Node node) {
        if (node instanceof MapNode map) {
            return map;
        }
        throw new AssertionError("a map was expected, not " + node);
    }

    static String text(@org.jspecify.annotations.Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.text();
        }
        throw new AssertionError("a text was expected, not " + node);
    }
}
