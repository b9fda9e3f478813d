package dev.brayer.stencil;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with formations and stencils.
public enum StencilCode implements DiagnosticCode {
    SETTING_MALFORMED(
            "setting-malformed",
            """
            `--set` takes a word and a value: `--set replicas=5`. Everything behind the first `=` is the value. It is read \
            as in a formation: `5` is a number, `true` a boolean, `[a, b]` a list, `"5"` a string.\
            """),
    FORMATION_MISSING(
            "formation-missing",
            """
            A formation that the pipeline, the command line or `extends` names is not there. Paths are relative to the \
            project's root, the folder of pipeline.yml.\
            """),
    FORMATION_VALUE(
            "formation-value",
            """
            A key of a formation has a value of another kind than it takes, or one that it does not know. The \
            specification of formations lists all keys with their values.\
            """),
    FORMATION_INCOMPLETE(
            "formation-incomplete",
            """
            A formation has a name (`formation:`) and belongs to an application, which it names itself or takes from \
            pipeline.yml.\
            """),
    EXTENDS_CYCLE(
            "formation-extends-cycle",
            """
            A formation extends, over others, itself. `extends` names the formation that gives the defaults; that one must \
            not need this one.\
            """),
    WORD_NAME(
            "word-name",
            """
            A word is a letter or `_`, followed by letters, digits, `_` and `-`. The words `formation`, `application`, \
            `namespace`, `registry`, `deploy_tag` and `snapshot` are supplied and cannot be given another value.\
            """),
    WORD_SOURCE(
            "word-source",
            """
            A map under `values:` is a declaration and says with exactly one key where the value comes from: value, image, \
            git, env, file, partial, join, config, secret or vault. A map as a value itself stands under `value:`.\
            """),
    WORD_TYPE(
            "word-type",
            """
            The value does not fit what its declaration demands with `type`, `min`, `max` or `enum`. Text from git, the \
            environment and files is a string unless `type` says otherwise.\
            """),
    WORD_UNDEFINED(
            "word-undefined",
            """
            A stencil has a hole for a word that the formation does not give. Give it under `values:`, or correct its \
            spelling. Text that is not meant as a hole is written `$${…}`, or stands below a comment `# brayer: literal`.\
            """),
    WORD_UNUSED(
            "word-unused",
            """
            A formation gives a word that no stencil it renders has a hole for. It may be misspelt or left over. Words of \
            a formation that others extend may stay unused.\
            """),
    WORD_WITHOUT_VALUE(
            "word-without-value",
            """
            The source of a word has no value: the environment variable is not set, the image is not in pipeline.yml, or \
            the project is not in a git work tree. `default:` gives a value for that case.\
            """),
    NOT_IN_THIS_VERSION(
            "not-in-this-version",
            """
            The project asks for something that brayer reads and understands but does not do yet. Nothing is left out \
            silently: remove it, or do it in another way for now.\
            """),
    JOIN_CYCLE(
            "word-join-cycle",
            """
            A word is joined from words that, in the end, need it themselves, so none of them can have a value.\
            """),
    PARTIAL_CYCLE(
            "partial-cycle",
            """
            A partial has a hole for a word that inserts, in the end, the same partial again. It would never end.\
            """),
    PATH_OUTSIDE(
            "path-outside",
            """
            A path leads out of the project's git work tree (without git: out of the project's folder), directly or by a \
            symbolic link. What a project renders must come from the project.\
            """),
    FILE_MISSING(
            "file-missing",
            """
            A file that a formation names is not there. `partial:` is relative to the stencils' folder, every other path \
            to the project's root.\
            """),
    FILE_UNREADABLE(
            "file-unreadable",
            """
            A file is there and cannot be read as UTF-8 text.\
            """),
    HOLE_TYPE(
            "hole-type",
            """
            A value cannot stand in this place. A list or a map needs a hole that is the whole unquoted value; within a \
            longer text, in quotes and in keys stand strings, numbers and booleans.\
            """),
    HOLE_PLACE(
            "hole-place",
            """
            A hole stands where YAML has no value: in an anchor, an alias, a tag or the head of a block scalar.\
            """),
    MERGE_VALUE(
            "merge-value",
            """
            `<<: ${word}` merges a map into the one it stands in, so its word must be a map, a list of maps, or null.\
            """),
    KEYS_EQUAL(
            "keys-equal",
            """
            After the words are filled in, two keys of one map are the same. One of their values would be lost.\
            """),
    KEY_TOO_LONG(
            "key-too-long",
            """
            YAML allows a key at most 1024 characters, and a filled key is longer.\
            """),
    LITERAL_FLOW(
            "literal-flow",
            """
            Below `# brayer: literal` a `${…}` is text, and unquoted text within `[…]` or `{…}` cannot hold braces. Put it \
            in quotes.\
            """),
    DIRECTIVE(
            "stencil-directive",
            """
            A comment `# brayer: …` is an instruction: at the head of a file `tags=a,b`, `order=NUMBER`, `for-each=WORD`; at \
            the head of a document or on a line of its own above a key or an entry `literal`.\
            """),
    FOR_EACH(
            "stencil-for-each",
            """
            `for-each=WORD` renders a stencil once for each entry of a map. The word must be a map whose keys can be part \
            of a file name: letters, digits, `.`, `_` and `-`.\
            """),
    SELECTION_UNMATCHED(
            "selection-unmatched",
            """
            A term under `stencils:` matches no stencil, so it does nothing: it may be misspelt. `tag:NAME` names a tag of \
            a header comment, `name:FILE` a file below the stencils' folder.\
            """),
    PARTIAL_SHAPE(
            "partial-shape",
            """
            A partial is a file with one document, inserted where its word stands. Its name begins with `_`.\
            """),
    STRUCTURE(
            "stencil-structure",
            """
            The rendered text, read again, is not what the filled tree says. This is a bug in brayer; nothing of the file \
            is used. Please report it with the stencil.\
            """),
    NAMESPACE(
            "namespace-foreign",
            """
            An object names another namespace than its destination's. If it belongs there, list that namespace under \
            `destination.namespaces`.\
            """),
    SECRET_PLACE(
            "secret-place",
            """
            A secret may stand in `data` and `stringData` of a Secret and nowhere else: other objects are shown, logged and \
            kept where many people read them. Put it into a Secret, and refer to that with a `secretKeyRef`. In `data` it \
            is a whole value, in `stringData` it may be part of a longer one. A transformation sees `***` and can leave it \
            where it stands.\
            """),
    STAMP(
            "stamp-impossible",
            """
            Every rendered object gets a namespace, labels and annotations in its top-level metadata, which therefore must \
            be a map, and so must its labels and annotations. A rendered document must be a Kubernetes object.\
            """),
    STAMP_LABEL(
            "stamp-label",
            """
            A stencil writes a label or annotation that the stamp owns with another value: `app.kubernetes.io/managed-by` \
            or one that begins with `brayer.dev/`.\
            """),
    OBJECT_TWICE(
            "object-twice",
            """
            The same object, by kind, namespace and name, is rendered twice. The second would overwrite the first.\
            """),
    FILE_TWICE(
            "rendered-file-twice",
            """
            Two stencils are rendered to files of one name.\
            """),
    DIRECTORY_SHARED(
            "destination-shared",
            """
            Two formations write the same directory, so each would remove what the other wrote.\
            """),
    NOTHING_RENDERED(
            "nothing-rendered",
            """
            A formation renders no stencil at all: there is none, or its selection leaves all out.\
            """);

    private final String id;
    private final String explanation;

    StencilCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return this == STRUCTURE ? Outcome.BUG : Outcome.USAGE;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
