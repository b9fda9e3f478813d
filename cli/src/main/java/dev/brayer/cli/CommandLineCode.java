package dev.brayer.cli;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with the command line itself, or with what only the command line touches.
enum CommandLineCode implements DiagnosticCode {
    UNKNOWN_COMMAND(
            "command-unknown",
            Outcome.USAGE,
            "The first word is not a command. `brayer --help` lists all commands."),
    UNKNOWN_OPTION(
            "option-unknown",
            Outcome.USAGE,
            "The command has no such option. An argument that begins with a dash goes after `--`."),
    OPTION_WITHOUT_VALUE(
            "option-without-value",
            Outcome.USAGE,
            "The option needs a value, behind it or after `=`. A value that begins with a dash goes after `=`."),
    OPTION_WITH_VALUE(
            "option-with-value", Outcome.USAGE, "The option is a switch and takes no value."),
    OPTION_TWICE(
            "option-twice",
            Outcome.USAGE,
            "The option may stand once only; which of the two counts is not clear."),
    WRONG_VALUE(
            "option-wrong-value", Outcome.USAGE, "The option takes other values than this one."),
    UNEXPECTED_ARGUMENT(
            "argument-unexpected",
            Outcome.USAGE,
            "There are more arguments than the command takes."),
    MISSING_ARGUMENT(
            "argument-missing", Outcome.USAGE, "The command needs an argument that is not there."),
    UNKNOWN_CODE(
            "explain-unknown-code",
            Outcome.USAGE,
            "`brayer explain` without an argument lists all codes there are. A rule is found by its name in the policies of the project, or in those that `--policy` names."),
    SEVERAL_DOCUMENTS(
            "documents-several",
            Outcome.USAGE,
            "The command asks one document, and the file holds several. `--document N` chooses one, counted from 0 as in reports; `--all` asks each."),
    NO_SUCH_DOCUMENT(
            "document-none-of-kind",
            Outcome.USAGE,
            "No document of the file is of the kind that `--on` names, so nothing was asked."),
    NO_FOLDER(
            "folder-missing",
            Outcome.USAGE,
            "The folder of the project that the command line names is not there."),
    EMPTY_FOLDER(
            "folder-without-files",
            Outcome.USAGE,
            "The command was asked to read a folder in which no file has a name that it reads. A check of nothing would be a silent pass."),
    UNREADABLE(
            "input-unreadable",
            Outcome.INPUT,
            "The system refused to read a folder or standard input."),
    BROKEN_PROJECT(
            "check-in-broken-project",
            Outcome.USAGE,
            "Plain manifests inside a project are judged with its `schemas:`, its `workloads:` and its version of Kubernetes. The project has an error, so they are judged without. `brayer check` without a path shows it."),
    NO_POLICY(
            "check-without-policy",
            Outcome.USAGE,
            "There is nothing to judge by: no policy is named, or none of those that are has a rule. `--policy` names a file, a folder, or a set of the standard library such as `std/recommended`. A check of nothing would be a silent pass."),
    NO_STANDARD(
            "policy-not-in-std",
            Outcome.USAGE,
            "A name that begins with `std/` is one of the standard library, and this one is not there. `brayer docs std` lists what is. A file of your own in a folder `std` is named `./std/…`."),
    STANDARD_IS_FIXED(
            "policy-of-std-is-fixed",
            Outcome.USAGE,
            "The policies of the standard library come with brayer and cannot be rewritten. What teams tune is a `param`; for more, copy the rule under a name of your own."),
    UNWRITABLE_REPORT(
            "report-unwritable",
            Outcome.OUTSIDE,
            "A report could not be written to the file that was asked for. What was found stands on standard error."),
    STALE_PAGE(
            "docs-not-current",
            Outcome.FINDINGS,
            "The page that `brayer docs --check` compares is not what the policies would give now. Make it anew, and commit it with them."),
    ALREADY_THERE(
            "new-already-there",
            Outcome.USAGE,
            "What `brayer new` would make is there already, as a folder or as a rule of that name. Nothing is ever overwritten."),
    UNWRITABLE_FILE(
            "file-unwritable",
            Outcome.OUTSIDE,
            "A file that should be changed could not be written. It is as it was: a file is replaced whole or not at all."),
    BUG(
            "bug",
            Outcome.BUG,
            "Brayer itself made a mistake. The file that the message names says where; please send it in with a report.");

    private final String id;
    private final Outcome outcome;
    private final String explanation;

    CommandLineCode(String id, Outcome outcome, String explanation) {
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
