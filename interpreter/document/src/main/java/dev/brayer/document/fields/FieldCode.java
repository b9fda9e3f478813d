package dev.brayer.document.fields;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with a field of a project file.
public enum FieldCode implements DiagnosticCode {
    UNKNOWN(
            "field-unknown",
            """
            The file has a key that means nothing there. A misspelt key would silently do nothing, so it is an error.\
            """),
    MISSING(
            "field-missing",
            """
            A key that the file needs is not there.\
            """),
    TYPE(
            "field-type",
            """
            A value has another type than the key takes, such as a text where a list is expected.\
            """),
    VALUE(
            "field-value",
            """
            A value has the right type and cannot be used: a number out of range, a duration without a unit, a word that \
            is not one of those allowed.\
            """),
    CONFLICT(
            "field-conflict",
            """
            Of some keys exactly one may be written, and there is none or there are several.\
            """);

    private final String id;
    private final String explanation;

    FieldCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return Outcome.USAGE;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
