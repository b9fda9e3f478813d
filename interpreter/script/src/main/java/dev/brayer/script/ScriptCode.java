package dev.brayer.script;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// The diagnostics of scripts. A limit that a policy reaches is a finding, not one of these.
public enum ScriptCode implements DiagnosticCode {
    SYNTAX(
            "script-syntax",
            Outcome.USAGE,
            """
            The script is not JavaScript: the interpreter could not read it. Nothing of it was run.\
            """),
    EXCEPTION(
            "script-exception",
            Outcome.USAGE,
            """
            The script threw something that nothing caught: an error of its own, a field of something that is not there, \
            or an argument that a function of brayer does not take. What it would have found is not known, so the run \
            fails. Manifests differ: ask whether a field is there before you read what is in it.\
            """),
    LIMIT(
            "script-limit",
            Outcome.USAGE,
            """
            A transformation was stopped because it went beyond a limit: processor time, executed statements, calls within \
            calls, memory, printed text, or the size of what it made. Half a transformation would be a wrong one, so nothing \
            of it is used. A policy that reaches a limit is a finding with the code `limit` instead.\
            """),
    HEADER(
            "script-header",
            Outcome.USAGE,
            """
            A comment at the head of a script that begins with `brayer:` says which severity is still fine, as in \
            `// brayer: threshold=2`. Anything else in it is a mistake.\
            """),
    PROCESS(
            "script-process",
            Outcome.OUTSIDE,
            """
            Scripts run in a process of their own, and it could not be started or ended without a reason that lies in the \
            script. What the system said stands in the message.\
            """);

    private final String id;
    private final Outcome outcome;
    private final String explanation;

    ScriptCode(String id, Outcome outcome, String explanation) {
        this.id = id;
        this.outcome = outcome;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
