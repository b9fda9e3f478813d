package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.policy.lint.Fixer;
import dev.brayer.policy.lint.Lint;
import dev.brayer.policy.lint.Lints;
import dev.brayer.policy.lint.Remark;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each remark: its example gets it, the better version does not, and a fix leads from the one to
/// the other.
final class LintTest {
    private static final Path ROOT = Path.of(System.getProperty("brayer.root", "../.."));

    @TestFactory
    List<DynamicTest> examplesShowTheirRemark() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lint lint : Lints.all()) {
            tests.add(dynamicTest(lint.id(), () -> check(lint)));
        }
        return tests;
    }

    private static void check(Lint lint) {
        List<Remark> avoided = look(lint.avoid());
        assertEquals(List.of(lint.id()), ids(avoided), lint.avoid());
        assertEquals(List.of(), ids(look(lint.prefer())), lint.prefer());
        assertEquals(0, errors(Source.of("avoid.cop", lint.avoid())), lint.avoid());
        assertEquals(0, errors(Source.of("prefer.cop", lint.prefer())), lint.prefer());
        assertFalse(lint.why().isBlank());
        if (!avoided.getFirst().fix().isEmpty()) {
            assertEquals(lint.prefer(), fixed(lint.avoid()));
        }
    }

    /// Input and what a fix makes of it, whatever is written between.
    @TestFactory
    List<DynamicTest> fixes() {
        List<DynamicTest> tests = new ArrayList<>();
        String[][] pairs = {
            {
                "rule R ensure on any { not (metadata.name == \"a\") }",
                "rule R ensure on any { metadata.name != \"a\" }"
            },
            {
                "rule R ensure on any { not metadata.name not in [\"a\"] }",
                "rule R ensure on any { metadata.name in [\"a\"] }"
            },
            {
                "rule R ensure on any { (metadata.name == \"a\") == false }",
                "rule R ensure on any { metadata.name != \"a\" }"
            },
            {
                "rule R ensure { 1 = 1&&2 = 2 || /* or & */ 3 = 3 }",
                "rule R ensure { 1 == 1 and 2 == 2 or /* or & */ 3 == 3 }"
            },
            {
                "rule R ensure on Pod { every c in spec.containers : not c.image.split(\"/\").contains(\"a\") }",
                "rule R ensure on Pod { no c in spec.containers : c.image.split(\"/\").contains(\"a\") }"
            },
            {
                "rule R ensure on any { fetch(\"$.metadata.labels['a/b']\").first == \"c\" }",
                "rule R ensure on any { metadata.labels[\"a/b\"] == \"c\" }"
            },
            {
                "var metadata = \"m\"\nrule R ensure on any { fetch(\"$.metadata.name\").first == metadata }",
                "var metadata = \"m\"\nrule R ensure on any { resource.metadata.name == metadata }"
            },
            {
                "rule R ensure on Service where kind == \"Service\" and metadata.name != \"a\" { spec.type exists }",
                "rule R ensure on Service where metadata.name != \"a\" { spec.type exists }"
            },
            {
                "rule R ensure on any { not fetch(\"$.spec.paused\").first and fetch(\"$.spec.type\").first in [\"a\"] }",
                "rule R ensure on any { not spec.paused and spec.type in [\"a\"] }"
            },
            // A list of the schema is empty where it is missing: these would pass then.
            {
                "rule R ensure on Ingress { fetch(\"$.spec.tls\").first.count == 0 }",
                "rule R ensure on Ingress { fetch(\"$.spec.tls\").first.count == 0 }"
            },
            {
                "rule R ensure on Ingress { fetch(\"$.spec.tls\").first == [] }",
                "rule R ensure on Ingress { fetch(\"$.spec.tls\").first == [] }"
            },
            {
                "rule R ensure on Ingress { every t in fetch(\"$.spec.tls\").first : t.secretName exists }",
                "rule R ensure on Ingress { every t in fetch(\"$.spec.tls\").first : t.secretName exists }"
            },
            {
                "rule R ensure on any { \"a\" not in fetch(\"$.metadata.finalizers\").first }",
                "rule R ensure on any { \"a\" not in fetch(\"$.metadata.finalizers\").first }"
            },
            // A comment inside what would be written anew: a person has to do it.
            {
                "rule R ensure on any { not /* why */ metadata.name == \"a\" }",
                "rule R ensure on any { not /* why */ metadata.name == \"a\" }"
            },
        };
        for (String[] pair : pairs) {
            tests.add(dynamicTest(pair[0], () -> assertEquals(pair[1], fixed(pair[0]))));
        }
        return tests;
    }

    @Test
    void aFixThatBringsAnErrorIsLeftOut() {
        Source file = Source.of("a.cop", "rule A ensure { 1 = 1 && not not 2 == 2 }");
        Fixer fixer = new Fixer(version -> version.text().contains("1 == 1") ? 1 : 0);
        assertEquals("rule A ensure { 1 = 1 and 2 == 2 }", fixer.fix(file).text());
        assertEquals(2, fixer.fixed());
    }

    /// Policies that were written with care get no remark; the one file that is Copper 1's gets
    /// those that it deserves.
    @Test
    void thePoliciesOfTheShopGetNoFalseRemark() throws IOException {
        List<String> remarks = new ArrayList<>();
        try (var files = Files.list(ROOT.resolve("examples/shop/policies"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".cop")).sorted().toList()) {
                for (Remark remark : look(Files.readString(file))) {
                    remarks.add(
                            file.getFileName()
                                    + ":"
                                    + remark.place().start().line()
                                    + " "
                                    + remark.lint().id());
                }
            }
        }
        assertEquals(
                List.of(
                        "company.cop:11 lint-boolean-comparison",
                        "company.cop:24 lint-single-equals"),
                remarks);
    }

    @Test
    void thePageOfLintsIsCurrent() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # What `brayer lint` remarks

                        Made from the declarations by a test; `-Dbrayer.golden=write` rewrites it. Each example to avoid gets its remark,
                        each to prefer gets none. *Fix* says that `brayer lint --fix` mends it, as long as no comment stands in the way.

                        `lint` also shows the warnings that every run prints, such as `policy-grouping`: [warnings.md](warnings.md). The codes that
                        begin with `lint-copper` point at rules without a selector that relied on something in which Copper 1 differed; of the
                        seventeen differences in [from-copper.md](from-copper.md) these and the errors of the checker show all that a rule can
                        show. What shows only in documents or on a terminal (11, 12 and 15) is told there.
                        """);
        for (Lint lint : Lints.all()) {
            page.append("\n## `").append(lint.id()).append("`\n\n").append(lint.why()).append('\n');
            if (!look(lint.avoid()).getFirst().fix().isEmpty()) {
                page.append("*Fix.*\n");
            }
            page.append("\nAvoid:\n\n```lint\n")
                    .append(lint.avoid())
                    .append("\n```\n\nPrefer:\n\n```policy\n")
                    .append(lint.prefer())
                    .append("\n```\n");
        }
        Path file = ROOT.resolve("spec/language/lints.md");
        String wanted = Files.exists(file) ? Files.readString(file) : "";
        if (!wanted.contentEquals(page) && "write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(file, page);
        }
        assertEquals(wanted, page.toString());
    }

    private static List<Remark> look(String policy) {
        ParsedPolicy parsed = PolicyParser.parse(Source.of("policy.cop", policy));
        assertFalse(parsed.hasErrors(), () -> policy + parsed.diagnostics());
        return Lints.look(parsed);
    }

    private static List<String> ids(List<Remark> remarks) {
        List<String> ids = new ArrayList<>();
        for (Remark remark : remarks) {
            ids.add(remark.lint().id());
        }
        return ids;
    }

    private static String fixed(String policy) {
        return new Fixer(LintTest::errors).fix(Source.of("policy.cop", policy)).text();
    }

    private static int errors(Source source) {
        int errors = 0;
        for (Diagnostic diagnostic : PolicyLoader.load(List.of(source)).diagnostics()) {
            errors += diagnostic.isError() ? 1 : 0;
        }
        return errors;
    }
}
