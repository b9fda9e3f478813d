package dev.brayer.cli;

import dev.brayer.policy.Finding;
import dev.brayer.policy.coverage.CoveragePoint;
import dev.brayer.policy.coverage.FileCoverage;
import dev.brayer.policy.coverage.Side;
import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.Difference;
import dev.brayer.policy.testing.Expected;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Place;
import dev.brayer.text.Position;
import java.util.List;
import java.util.Set;

/// What `brayer test` adds to a JSON report: `tests`, and `coverage` where it was asked for.
final class TestJson implements JsonReport.Addition {
    private final TestReport report;

    TestJson(TestReport report) {
        this.report = report;
    }

    @Override
    public void write(JsonWriter json, FileNames names) {
        json.beginObject("tests")
                .member("passed", report.passed())
                .member("failed", report.failed())
                .member("broken", report.broken());
        json.beginArray("untested");
        for (Place rule : report.untested()) {
            json.beginObject().member("rule", rule.text());
            place(rule, json, names);
            json.endObject();
        }
        json.endArray().beginArray("suites");
        for (SuiteResult suite : report.suites()) {
            suite(suite, json, names);
        }
        json.endArray().endObject();
        List<FileCoverage> coverage = report.coverage();
        if (coverage != null) {
            coverage(coverage, json, names);
        }
    }

    private static void suite(SuiteResult suite, JsonWriter json, FileNames names) {
        json.beginObject().member("name", names.inReport(suite.name()));
        json.beginArray("cases");
        for (CaseResult one : suite.cases()) {
            json.beginObject()
                    .member("name", one.name())
                    .member(
                            "outcome",
                            one.passed() ? "passed" : one.broken() ? "broken" : "failed");
            place(one.place(), json, names);
            json.beginArray("differences");
            for (Difference difference : one.differences()) {
                json.beginObject();
                difference(difference, json, names);
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void difference(Difference difference, JsonWriter json, FileNames names) {
        switch (difference) {
            case Difference.Other(Expected expected, Finding found, String hint) -> {
                json.member("kind", "other");
                expected(expected, json, names);
                found(found, json, names);
                if (hint != null) {
                    json.member("hint", hint);
                }
            }
            case Difference.NotFound(Expected expected) -> {
                json.member("kind", "not-found");
                expected(expected, json, names);
            }
            case Difference.NotExpected(Finding found) -> {
                json.member("kind", "not-expected");
                found(found, json, names);
            }
            case Difference.Judged(String rule) ->
                    json.member("kind", "judged").member("rule", rule);
            case Difference.Skipped(var reason) -> {
                json.member("kind", "skipped");
                if (reason != null) {
                    json.member("reason", reason.word());
                }
            }
            case Difference.Undecided(String rule, String path, String word, Place place) -> {
                json.member("kind", "undecided")
                        .member("rule", rule)
                        .member("path", path)
                        .member("word", word);
                place(place, json, names);
            }
            case Difference.NothingFound() -> json.member("kind", "nothing-found");
        }
    }

    private static void expected(Expected expected, JsonWriter json, FileNames names) {
        json.beginObject("expected");
        if (expected.rule() != null) {
            json.member("rule", expected.rule());
        }
        if (expected.message() != null) {
            json.member("message", expected.message());
        }
        if (expected.path() != null) {
            json.member("path", expected.path());
        }
        if (expected.line() > 0) {
            json.member("line", expected.line());
        }
        place(expected.place(), json, names);
        json.endObject();
    }

    private static void found(Finding found, JsonWriter json, FileNames names) {
        json.beginObject("found")
                .member("rule", found.rule())
                .member("message", found.message())
                .member("path", found.path())
                .member("code", found.code().word());
        place(found.place(), json, names);
        json.endObject();
    }

    private static void coverage(List<FileCoverage> coverage, JsonWriter json, FileNames names) {
        json.beginObject("coverage").member("percent", TestReport.percent(coverage));
        json.beginArray("files");
        for (FileCoverage file : coverage) {
            json.beginObject()
                    .member("file", names.inReport(file.file()))
                    .member("percent", FileCoverage.percent(file.seen(), file.possible()))
                    .member("seen", file.seen())
                    .member("possible", file.possible());
            json.beginArray("points");
            for (CoveragePoint point : file.points()) {
                json.beginObject().member("kind", point.kind().word());
                position("start", point.place().start(), json);
                position("end", point.place().end(), json);
                sides("seen", point.seen(), json);
                sides("missing", point.missing(), json);
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void sides(String name, Set<Side> sides, JsonWriter json) {
        json.beginArray(name);
        for (Side side : sides) {
            json.element(side.id());
        }
        json.endArray();
    }

    private static void place(Place place, JsonWriter json, FileNames names) {
        Place written = place.written();
        json.member("file", names.inReport(written.source().name()));
        if (!written.source().text().isEmpty()) {
            position("start", written.start(), json);
            position("end", written.end(), json);
        }
    }

    private static void position(String name, Position position, JsonWriter json) {
        json.beginObject(name)
                .member("line", position.line())
                .member("column", position.column())
                .endObject();
    }
}
