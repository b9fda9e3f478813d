package dev.brayer.document;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with a file that is read.
public enum DocumentCode implements DiagnosticCode {
    MISSING(
            "document-missing",
            """
            The file is not there. Paths in project files are relative to the project's root, paths on the command line \
            to the working folder.\
            """),
    UNREADABLE(
            "document-unreadable",
            """
            The file is there but could not be read: it is a folder, its permissions forbid it, or the disk failed.\
            """),
    EMPTY(
            "document-empty",
            """
            The file has no document: it is empty or holds only comments. An empty file would pass every check, so it is \
            an error. Remove it, or write what was meant to stand in it.\
            """),
    NO_OBJECT(
            "document-no-object",
            """
            The document has no `apiVersion` or no `kind`, or is not even a map, so it is no Kubernetes object: no rule \
            with a selector can judge it, and kubectl refuses it. Only a rule without a selector sees it. The items of \
            a list of objects are judged when they stand in the `items` of an object of `kind: List`.\
            """),
    ENCODING(
            "document-encoding",
            """
            The file is not UTF-8 text: it is binary, or it was saved in another encoding such as Latin-1 or UTF-16. \
            Kubernetes reads UTF-8 only.\
            """),
    CHARACTER(
            "document-character",
            """
            A character stands in the file that YAML forbids or that readers treat differently. Control characters are \
            forbidden. U+0085, U+2028 and U+2029 are line breaks to kubectl and letters to most editors, so that what \
            is seen is not what is applied. Write such a character as an escape in a double-quoted string.\
            """),
    SYNTAX(
            "document-syntax",
            """
            The text is not valid YAML (or JSON). The other documents of the file are read and judged all the same.\
            """),
    DUPLICATE_KEY(
            "document-duplicate-key",
            """
            A key stands twice in one map. kubectl takes the last one silently, other tools the first, so one of the two \
            values is not what anybody sees. Keys are compared as kubectl names them: `on`, `yes` and `true` are one key.\
            """),
    KEY(
            "document-key",
            """
            A key is not a text: it is a map, a list or null. JSON, and so Kubernetes, knows only texts as keys.\
            """),
    ALIAS(
            "document-alias",
            """
            An alias (`*name`) needs an anchor (`&name`) before it in the same document, and may not stand inside the \
            value that it repeats.\
            """),
    MERGE(
            "document-merge",
            """
            A merge key (`<<`) takes a map or a list of maps. Where a key is written before the `<<` and also comes with \
            it, kubectl takes the merged value and YAML's own rule the written one: put the `<<` first.\
            """),
    VALUE(
            "document-value",
            """
            A value contradicts its tag, such as `!!int abc`, or has no form in JSON, such as `.inf`. kubectl refuses it.\
            """),
    LIMIT(
            "document-limit",
            """
            The file is larger, more deeply nested or more entangled by aliases than brayer reads. The limits protect \
            against files that were made to exhaust memory.\
            """);

    private final String id;
    private final String explanation;

    DocumentCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return Outcome.INPUT;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
