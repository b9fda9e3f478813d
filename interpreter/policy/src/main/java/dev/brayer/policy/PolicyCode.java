package dev.brayer.policy;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with a policy that is well written as far as its grammar goes.
public enum PolicyCode implements DiagnosticCode {
    UNKNOWN_NAME(
            "policy-unknown-name",
            """
            A word is neither a loop name, a variable, a parameter, nor a field of the kinds that the rule selects. A \
            misspelt name would be missing in every document, so it is an error before anything runs.\
            """),
    FIELD_WITHOUT_SELECTOR(
            "policy-field-without-selector",
            """
            A rule without `on` judges every document and sees it through `fetch` and `filename` only, as in Copper 1. To \
            use fields, say what the rule is about: `on any`, `on workload`, `on Service`.\
            """),
    UNKNOWN_FUNCTION(
            "policy-unknown-function",
            """
            There is no function and no `def` of this name.\
            """),
    UNKNOWN_ATTRIBUTE(
            "policy-unknown-attribute",
            """
            The value before the dot has a known type, and that type has no such attribute. The elements of a list are \
            asked with `pick(:name)` or with `every`, `any` and `no`.\
            """),
    UNKNOWN_KIND(
            "policy-unknown-kind",
            """
            Kubernetes has no kind of this name. A kind of a custom resource needs its API group: `on cert-manager.io \
            Certificate`.\
            """),
    UNTYPED_KIND(
            "policy-untyped-kind",
            """
            No schema describes the kind, or not in this version, so its fields are checked only when the rule runs: a \
            misspelt one is missing in every object. A CustomResourceDefinition describes a custom kind.\
            """),
    UNNAMED_WORKLOAD(
            "policy-unnamed-workload",
            """
            An object of a custom kind has containers, and a rule of the run is about workloads, but nothing says that \
            `workload` means this kind: the rule does not see the containers. `workloads:` in pipeline.yml, or \
            `--workload`, names the kind and where its pods are described.\
            """),
    UNKNOWN_FIELD(
            "policy-unknown-field",
            """
            The Kubernetes schema, or the definition of a custom resource, has no such field. A misspelt field would be \
            missing in every object, so it is an error before anything runs.\
            """),
    FIELD_OF_SOME_KINDS(
            "policy-field-of-some-kinds",
            """
            Only some of the selected kinds have the field. In objects of the other kinds it would always be missing, and \
            missing never passes. Make two rules of it.\
            """),
    OTHER_VERSION(
            "policy-other-version",
            """
            The kind or the field is none of the Kubernetes version that the policy is checked for, but of another one. \
            Its type is not checked.\
            """),
    KUBERNETES_VERSION(
            "policy-kubernetes-version",
            """
            Fields are checked against the Kubernetes version that `--kubernetes-version` or `kubernetes-version:` of the \
            formation names. Its schema has to be bundled with brayer; else the nearest bundled one is taken, which may know \
            fields that the cluster does not know, or the other way round.\
            """),
    UNKNOWN_TYPE(
            "policy-unknown-type",
            """
            There is no type of this name. Types are `string`, `number`, `bool`, `list`, `map`, `range`, `quantity`, \
            `duration`, `date`, `image`, `semver`, `ip`, lists and maps of them, and the objects of the Kubernetes API, \
            such as `Container`.\
            """),
    ARGUMENT_COUNT(
            "policy-argument-count",
            """
            A function, attribute or definition is called with more or fewer arguments than it has parameters.\
            """),
    ARGUMENT_TYPE(
            "policy-argument-type",
            """
            An argument has another type than the parameter. Nothing is converted silently; `as` converts.\
            """),
    OPERAND_TYPE(
            "policy-operand-type",
            """
            The two sides of an operator have types that it cannot join, so the condition could never hold.\
            """),
    TEXT_ORDER(
            "policy-text-order",
            """
            `<` and its like order two texts letter by letter, so that "10" comes before "9". Where the texts mean \
            numbers, versions or amounts, read them as such first.\
            """),
    OPTIONAL_FIELD(
            "policy-optional-field",
            """
            The field may be missing. A comparison with a missing value is open, and what is open is a finding: an object \
            that leaves the field to its default is found, too. `default` says what a missing value counts as, `exists` \
            asks whether it is there.\
            """),
    CONDITION(
            "policy-condition",
            """
            A rule, and every part of `and`, `or` and `not`, is a condition: something that holds or fails. A value alone \
            is none unless it is true or false.\
            """),
    LITERAL(
            "policy-literal",
            """
            A text beside an image, a version, an address, a quantity, a duration or a date, or given to the function of \
            that name, is read as one; this text is none.\
            """),
    JSON_PATH(
            "policy-json-path",
            """
            The text given to `fetch` is no JSONPath after RFC 9535.\
            """),
    PATTERN(
            "policy-pattern",
            """
            The text is no regular expression of RE2. RE2 has neither look-around nor back-references, so that no pattern \
            can take more than linear time.\
            """),
    DUPLICATE_RULE(
            "policy-duplicate-rule",
            """
            Two rules of one run have the same name. Findings, waivers and sign-offs name a rule, so a name has to mean \
            one rule.\
            """),
    DUPLICATE_NAME(
            "policy-duplicate-name",
            """
            Two parameters or definitions of one file have the same name.\
            """),
    REDEFINED(
            "policy-redefined",
            """
            A variable is defined again; the new value holds for what follows. Copper 1 allowed it; another name is \
            clearer.\
            """),
    UNUSED(
            "policy-unused",
            """
            A variable, parameter, definition or import is never used, or a `with` sets a parameter that the tested rule \
            does not use: it is left over, or its use is misspelt.\
            """),
    CONSTANT_CONDITION(
            "policy-constant-condition",
            """
            Whether a condition holds is known before any document is read, so it says nothing about documents. Either a \
            constant stands where a field was meant, or `and` where `or` was meant, or the condition is left over.\
            """),
    CANNOT_MATCH(
            "policy-cannot-match",
            """
            No object can fulfil what the rule selects, so the rule judges nothing. Two parts of `where` contradict each \
            other, or the selected kinds, or a part can never hold.\
            """),
    CANNOT_PASS(
            "policy-cannot-pass",
            """
            Whatever a document holds, the rule finds something in it. If the selected objects must not be there at all, \
            `{ false }` says so and gives no warning.\
            """),
    CANNOT_FAIL(
            "policy-cannot-fail",
            """
            Whatever a document holds, the rule finds nothing wrong in it. A common cause is `a != 1 or a != 2`, of which \
            one part always holds; `and` or `not in` was meant.\
            """),
    REPEATED_PART(
            "policy-repeated-part",
            """
            `and`, `or` or a list of kinds has the same part twice. The second one changes nothing, so most often something \
            else was meant.\
            """),
    EQUAL_SIDES(
            "policy-equal-sides",
            """
            A value is compared with itself, so the comparison says nothing but whether the value is there; `exists` asks \
            that. Most often the other side was meant to be `before` or another object.\
            """),
    CHOICE(
            "policy-choice",
            """
            The definition of a custom resource lists the texts that the field may have (`enum`), and this is none of them: \
            the comparison says the same of every object.\
            """),
    NULL_COMPARISON(
            "policy-null-comparison",
            """
            A value that is there compared with `null` is open, and open never passes. `exists` asks whether a value is \
            there.\
            """),
    HIDDEN_FIELD(
            "policy-hidden-field",
            """
            A variable or parameter has the name of a field of the selected kinds and hides it.\
            """),
    LOOP_NAME(
            "policy-loop-name",
            """
            A loop name may not have the name of anything else that can be seen: a reader could not tell them apart.\
            """),
    LOOP_NAME_OUTSIDE(
            "policy-loop-name-outside",
            """
            A quantifier judges one condition; what follows `and` or `or` stands outside it. Put the conditions about the \
            element into parentheses.\
            """),
    MESSAGE_NAME(
            "policy-message-name",
            """
            A message may use only the loop names that are bound wherever a finding of the rule can stand.\
            """),
    DEFINITION_CYCLE(
            "policy-definition-cycle",
            """
            Definitions call each other in a circle, so a rule that uses them would never end.\
            """),
    DEFINITION_DEPTH(
            "policy-definition-depth",
            """
            Definitions call each other one below the other, more often than any rule needs. The limit keeps hostile \
            policies from exhausting the stack.\
            """),
    PARAMETER_MISSING(
            "policy-parameter-missing",
            """
            A parameter has no value: it has no default, and none was given. Give it with `--param NAME=VALUE` or in the \
            pipeline.\
            """),
    PARAMETER_VALUE(
            "policy-parameter-value",
            """
            The value of a parameter is not of its type, or is not known before the run.\
            """),
    PARAMETER_UNKNOWN(
            "policy-parameter-unknown",
            """
            A value was given for a parameter that no loaded policy declares, or that two policies declare with different \
            types.\
            """),
    IMPORT(
            "policy-import",
            """
            What is imported is not there: the file, the name in it, or both; or files import each other in a circle. \
            `import` brings variables, parameters and definitions, never rules.\
            """),
    UNKNOWN_TESTED_RULE(
            "policy-unknown-tested-rule",
            """
            A `test` has the name of the rule that it tests, in the same file.\
            """),
    SYMBOL(
            "policy-symbol-as-value",
            """
            A symbol such as `:image` names a type or an attribute for `as` and `pick`; it is no value that could be \
            compared.\
            """);

    private final String id;
    private final String explanation;

    PolicyCode(String id, String explanation) {
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
