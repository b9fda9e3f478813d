package dev.brayer.policy.testing;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.policy.LoadOptions;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Provenance;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the cases of a policy file judge.
final class Inputs {
    private final Source policy;
    private final LoadOptions.Imports files;

    Inputs(Source policy, LoadOptions.Imports files) {
        this.policy = policy;
        this.files = files;
    }

    List<Document> read(TestCase.Input input, Diagnostics diagnostics) {
        Source source =
                switch (input) {
                    case TestCase.Yaml yaml -> text(yaml);
                    case TestCase.File file -> file(file, diagnostics);
                    case TestCase.Missing _ -> null;
                };
        return source == null ? List.of() : documents(source, diagnostics);
    }

    static List<Document> documents(Source source, Diagnostics diagnostics) {
        ReadResult result = DocumentReader.read(source, ReadOptions.MANIFESTS);
        diagnostics.addAll(result.diagnostics());
        return result.documents();
    }

    /// The lines of a block, each knowing where it stands in the policy.
    private Source text(TestCase.Yaml yaml) {
        List<Provenance.Segment> segments = new ArrayList<>();
        String text = yaml.text();
        int start = 0;
        for (int offset : yaml.content()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            if (next == start) {
                break;
            }
            int written = Math.min(offset + next - start, policy.text().length());
            segments.add(
                    new Provenance.Segment(start, policy.place(offset, written), true, List.of()));
            start = next;
        }
        return segments.isEmpty()
                ? Source.of(policy.name(), text)
                : Source.rendered(policy.name(), text, Provenance.of(segments));
    }

    private @Nullable Source file(TestCase.File file, Diagnostics diagnostics) {
        int slash = policy.name().lastIndexOf('/');
        String path = slash < 0 ? file.path() : policy.name().substring(0, slash + 1) + file.path();
        Source source = files.read(path);
        if (source == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    TestCode.NO_INPUT,
                                    policy.place(file.span()),
                                    "there is no file " + path)
                            .withHint("a path in a test starts in the folder of the policy"));
        }
        return source;
    }
}
