package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.Difference;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The XML for CI servers is XML whatever stands in names and messages, and it adds up.
class JUnitReportTest {
    @Test
    void isXmlThatAddsUp(@TempDir Path folder) throws Exception {
        Source policy = Source.of("a<b>&\"c\".cop", "rule A ensure { true }\n");
        CaseResult passed = new CaseResult("A 1 passes", policy.place(0, 4), false, List.of());
        CaseResult failed =
                new CaseResult(
                        "A 2 <&>\u0001\ufffe\ud800 fails",
                        policy.place(5, 6),
                        false,
                        List.of(new Difference.Judged("]]> \u001b[31m \ud83d\ude00")));
        CaseResult broken = new CaseResult("A 3 passes", policy.place(5, 6), true, List.of());
        TestReport report =
                new TestReport(
                        List.of(
                                new SuiteResult(
                                        policy.name(),
                                        List.of(passed, failed, broken),
                                        List.of(),
                                        List.of(),
                                        List.of())),
                        List.of(),
                        List.of(),
                        null,
                        false);
        String xml = JUnitReport.of(report, new FileNames(folder));

        Element suites =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();
        assertEquals("testsuites", suites.getTagName());
        NodeList cases = suites.getElementsByTagName("testcase");
        assertEquals(suites.getAttribute("tests"), Integer.toString(cases.getLength()));
        assertEquals("3", suites.getAttribute("tests"));
        assertEquals("1", suites.getAttribute("failures"));
        assertEquals("1", suites.getAttribute("errors"));
        Set<String> names = new HashSet<>();
        for (int index = 0; index < cases.getLength(); index++) {
            Element one = (Element) cases.item(index);
            assertEquals("a<b>&\"c\".cop", one.getAttribute("classname"));
            assertTrue(names.add(one.getAttribute("name")), "a name stands twice");
        }
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertTrue(failure.getTextContent().contains("\\u001b[31m \ud83d\ude00"), xml);
    }
}
