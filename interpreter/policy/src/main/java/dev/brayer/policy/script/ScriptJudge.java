package dev.brayer.policy.script;

import dev.brayer.document.Document;
import dev.brayer.text.Source;
import java.util.List;

/// Judges documents by scripts.
public interface ScriptJudge {
    /// Says that a script will be run soon, so that what runs it can start meanwhile.
    void prepare();

    /// @param documents all of one run: a script sees them as one array
    ScriptJudgement judge(Source script, List<Document> documents);
}
