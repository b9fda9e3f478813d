package dev.brayer.cli;

import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// The results of tests in the XML of JUnit, which every CI server reads: a `testsuite` for each
/// file or folder, a `testcase` for each case. It says no times, so that equal results are equal
/// files.
final class JUnitReport {
    private final FileNames names;
    private final StringBuilder xml = new StringBuilder();

    private JUnitReport(FileNames names) {
        this.names = names;
    }

    static String of(TestReport report, FileNames names) {
        return new JUnitReport(names).write(report);
    }

    private String write(TestReport report) {
        List<Diagnostic> errors = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.isError()) {
                errors.add(diagnostic);
            }
        }
        int cases = report.passed() + report.failed() + report.broken();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(cases + errors.size(), report.failed(), report.broken() + errors.size());
        for (SuiteResult suite : report.suites()) {
            if (!suite.cases().isEmpty()) {
                append(suite);
            }
        }
        if (!errors.isEmpty()) {
            append(errors);
        }
        return xml.append("</testsuites>\n").toString();
    }

    private void append(SuiteResult suite) {
        int failed = 0;
        int broken = 0;
        for (CaseResult one : suite.cases()) {
            broken += one.broken() ? 1 : 0;
            failed += one.broken() || one.passed() ? 0 : 1;
        }
        String name = names.inReport(suite.name());
        xml.append("  <testsuite");
        attribute("name", name);
        counts(suite.cases().size(), failed, broken);
        for (CaseResult one : suite.cases()) {
            xml.append("    <testcase");
            attribute("name", one.name());
            attribute("classname", name);
            attribute("file", names.inReport(one.place().source().name()));
            attribute("line", Integer.toString(one.place().start().line()));
            if (one.passed()) {
                xml.append("/>\n");
                continue;
            }
            xml.append(">\n");
            if (one.broken()) {
                element("error", "the test could not be run", "see the errors of the policies");
            } else {
                element("failure", TestText.headline(one), TestText.of(one, new Paint(false)));
            }
            xml.append("    </testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    /// What is wrong with policies and tests, as a suite of its own.
    private void append(List<Diagnostic> errors) {
        xml.append("  <testsuite");
        attribute("name", "policies");
        counts(errors.size(), 0, errors.size());
        int number = 0;
        for (Diagnostic error : errors) {
            xml.append("    <testcase");
            attribute("name", "error " + ++number + " " + error.code().id());
            attribute("classname", "policies");
            Place place = error.place();
            if (place != null) {
                attribute("file", names.inReport(place.written().source().name()));
            }
            xml.append(">\n");
            element("error", error.message(), TextReport.of(error, new Paint(false)));
            xml.append("    </testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    private void counts(int tests, int failures, int errors) {
        attribute("tests", Integer.toString(tests));
        attribute("failures", Integer.toString(failures));
        attribute("errors", Integer.toString(errors));
        xml.append(">\n");
    }

    private void element(String name, String message, String body) {
        xml.append("      <").append(name);
        attribute("message", message);
        xml.append('>');
        escape(body);
        xml.append("</").append(name).append(">\n");
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(value);
        xml.append('"');
    }

    /// XML has no way at all to write most control characters.
    private void escape(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\n', '\t' -> xml.append(character);
                default -> {
                    boolean lone = Character.isSurrogate(character) && !isPaired(text, index);
                    if (character < ' ' || character >= '\ufffe' || lone) {
                        String digits = Integer.toHexString(character);
                        xml.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                    } else {
                        xml.append(character);
                    }
                }
            }
        }
    }

    private static boolean isPaired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
