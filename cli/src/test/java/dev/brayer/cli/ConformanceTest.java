package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The conformance suite in this process, and that it is complete.
class ConformanceTest {
    private static final Path LANGUAGE = TranscriptRunner.ROOT.resolve("spec/language");

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
                (words, where) -> Invocation.of(where, words.subList(1, words.size())).out(),
                folder);
    }

    @Test
    void everyCellOfTheOperatorsHasACase() throws Exception {
        everyCellHasACase("operators", "## Missing, null, empty, wrong type");
    }

    @Test
    void everyCellOfLogicHasACase() throws Exception {
        everyCellHasACase("logic", "## Logic");
    }

    /// The rows and columns of the table in the page are those of the data, and a cell about an
    /// operator that speaks of holding, failing or being open says what its cases say.
    private static void everyCellHasACase(String name, String heading) throws Exception {
        String page = Files.readString(LANGUAGE.resolve("truth.md"));
        String section = page.substring(page.indexOf(heading) + heading.length());
        List<String> rows =
                section.lines()
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();
        List<String> columns = cells(rows.getFirst());
        List<String> wrong = new ArrayList<>();
        Set<String> inPage = new TreeSet<>();
        ConformanceTable table = ConformanceTable.read(name);
        for (String row : rows.subList(2, rows.size())) {
            List<String> cells = cells(row);
            for (String operator : codes(cells.getFirst())) {
                for (int column = 1; column < columns.size(); column++) {
                    String cell = operator + ", " + columns.get(column);
                    inPage.add(cell);
                    Set<String> found = new TreeSet<>();
                    for (ConformanceTable.Case one : table.cases()) {
                        if ((one.row() + ", " + one.column()).equals(cell)) {
                            found.add(one.expected());
                        }
                    }
                    // In logic, a cell speaks of P and Q; the column is what comes of them.
                    Set<String> said =
                            name.equals("logic") ? Set.of() : outcomes(cells.get(column));
                    if (found.isEmpty() || (!said.isEmpty() && !said.equals(found))) {
                        wrong.add(cell + ": the page says " + said + ", the cases " + found);
                    }
                }
            }
        }
        for (ConformanceTable.Case one : table.cases()) {
            if (!inPage.contains(one.row() + ", " + one.column())) {
                wrong.add(one.row() + ", " + one.column() + " is no cell of the page");
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// The page numbers its clauses; each number has a case, and each case a number of the page.
    @Test
    void everyClauseOfPlacesHasACase() throws Exception {
        Set<String> clauses = new TreeSet<>();
        Matcher number =
                Pattern.compile("\\((\\d\\.\\d+)\\)")
                        .matcher(Files.readString(LANGUAGE.resolve("places.md")));
        while (number.find()) {
            clauses.add(number.group(1));
        }
        MapNode root =
                ConformanceTable.map(
                        ConformanceTable.readFile(ConformanceTable.FOLDER.resolve("places.yml")));
        Set<String> tested = new TreeSet<>(ConformanceTable.map(root.get("clauses")).names());
        for (Entry elsewhere : ConformanceTable.map(root.get("elsewhere")).entries()) {
            Path cases = TranscriptRunner.ROOT.resolve("spec/conformance");
            assertTrue(
                    Files.exists(
                            cases.resolve(ConformanceTable.text(elsewhere.value()))
                                    .resolve("expected.txt")));
            tested.add(elsewhere.name());
        }
        assertEquals(clauses, tested);
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1, row.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher code = Pattern.compile("`([^`]+)`").matcher(cell);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    /// Which outcomes a cell names.
    private static Set<String> outcomes(String cell) {
        Set<String> outcomes = new TreeSet<>();
        Matcher outcome =
                Pattern.compile("\\b(holds|fails|open missing|open type|refused)\\b").matcher(cell);
        while (outcome.find()) {
            outcomes.add(outcome.group(1));
        }
        return outcomes;
    }
}
