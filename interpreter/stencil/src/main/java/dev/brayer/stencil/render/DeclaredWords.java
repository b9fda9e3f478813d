package dev.brayer.stencil.render;

import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Typing;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordSource;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words that the formation declares, each with the value that its source has.
final class DeclaredWords {
    private final WordResolver resolver;
    private final ProjectFolder folder;
    private final Outside outside;
    private final JoinFiller joins;

    /// @param resolver takes the complaints
    DeclaredWords(WordResolver resolver, ProjectFolder folder, Outside outside, JoinFiller joins) {
        this.resolver = resolver;
        this.folder = folder;
        this.outside = outside;
        this.joins = joins;
    }

    /// The word, or `null` after a complaint that it has no value.
    @Nullable Word word(Declaration declaration) {
        String name = declaration.word();
        Origin origin = new Origin(name, declaration.source().place());
        WordSource source = declaration.source();
        if (source instanceof WordSource.Literal literal) {
            // A literal that does not fit was complained about when the formation was read.
            Value value =
                    Typing.fit(
                            declaration,
                            literal.value(),
                            literal.place(),
                            false,
                            new Diagnostics());
            return value == null ? null : word(name, value, origin);
        }
        if (source instanceof WordSource.Image image) {
            return asked(declaration, outside.image(image.name()), outside.imageNames());
        }
        if (source instanceof WordSource.PartialFile partial) {
            return word(name, new Value.Partial(partial.path(), partial.place()), origin);
        }
        if (source instanceof WordSource.Join join) {
            return joined(declaration, join);
        }
        if (source instanceof WordSource.Git git) {
            return asked(declaration, outside.git(git.fact()), List.of());
        }
        if (source instanceof WordSource.Environment env) {
            return asked(declaration, outside.variable(env.variable()), List.of());
        }
        if (source instanceof WordSource.File file) {
            return file(declaration, file);
        }
        if (source instanceof WordSource.Secret secret) {
            Origin named = new Origin(name, secret.place(), Origin.Known.SECRET);
            return word(name, Value.Secret.named(secret), named);
        }
        complainConfig(name, source);
        return null;
    }

    private @Nullable Word joined(Declaration declaration, WordSource.Join join) {
        JoinFiller.Joined joined = joins.fill(declaration.word(), join);
        Value value =
                joined == null
                        ? null
                        : Typing.fit(
                                declaration,
                                joined.value(),
                                join.place(),
                                true,
                                resolver.diagnostics());
        return joined == null || value == null
                ? null
                : new Word(declaration.word(), value, joined.origins());
    }

    private void complainConfig(String name, WordSource source) {
        resolver.diagnostics()
                .add(
                        Diagnostic.error(
                                        StencilCode.NOT_IN_THIS_VERSION,
                                        source.place(),
                                        "this version of brayer does not read the source `"
                                                + source.key()
                                                + "` of the word `"
                                                + name
                                                + "`")
                                .withHint("give the value with `value`, `env` or `file`"));
    }

    /// The value that the world outside gives, or else the default.
    private @Nullable Word asked(Declaration declaration, Answer answer, List<String> names) {
        String name = declaration.word();
        Place place = declaration.source().place();
        if (answer instanceof Answer.Known value) {
            Value text = new Value.Text(value.text(), place);
            Value typed = Typing.fit(declaration, text, place, true, resolver.diagnostics());
            return typed == null ? null : word(name, typed, new Origin(name, place));
        }
        if (answer instanceof Answer.StandIn value) {
            return word(
                    name,
                    new Value.Text(value.text(), place),
                    new Origin(name, place, Origin.Known.NOTHING));
        }
        String reason = ((Answer.Missing) answer).reason();
        return otherwise(
                declaration, reason, Suggestions.didYouMean(declaration.source().operand(), names));
    }

    private @Nullable Word otherwise(
            Declaration declaration, String reason, @Nullable String meant) {
        String name = declaration.word();
        Value fallback = declaration.fallback();
        if (fallback != null) {
            Place place = fallback.place() == null ? declaration.place() : fallback.place();
            Value typed = Typing.fit(declaration, fallback, place, true, new Diagnostics());
            return typed == null ? null : new Word(name, typed, List.of(new Origin(name, place)));
        }
        resolver.diagnostics()
                .add(
                        Diagnostic.error(
                                        StencilCode.WORD_WITHOUT_VALUE,
                                        declaration.source().place(),
                                        "`" + name + "` has no value: " + reason)
                                .withHint(
                                        meant == null
                                                ? "give it a `default:`, or a value with `--set "
                                                        + name
                                                        + "=…`"
                                                : meant));
        return null;
    }

    private @Nullable Word file(Declaration declaration, WordSource.File file) {
        ProjectFolder.Read read = folder.read(file.path());
        if (!(read instanceof ProjectFolder.Read.Text text)) {
            boolean absent = read instanceof ProjectFolder.Read.Absent;
            if (absent && declaration.fallback() != null) {
                return otherwise(declaration, "", null);
            }
            resolver.diagnostics().add(UnreadFiles.complaint(read, file.place()));
            return null;
        }
        Source source = text.source();
        Value content = new Value.Text(source.text(), source.place(0, source.text().length()));
        Value typed = Typing.fit(declaration, content, file.place(), true, resolver.diagnostics());
        String name = declaration.word();
        return typed == null
                ? null
                : new Word(
                        name,
                        typed,
                        List.of(
                                new Origin(name, file.place()),
                                new Origin(name, source.wholeFile())));
    }

    private static Word word(String name, Value value, Origin origin) {
        return new Word(name, value, List.of(origin));
    }
}
