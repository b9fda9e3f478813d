package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Limits;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.SourceParts;
import dev.brayer.document.SourceReader;
import dev.brayer.policy.DocumentBatch;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plain manifests, gone through twice and never held as a whole: at first only for definitions of
/// custom resources, which policies have to know, then to be judged.
///
/// A usual file is one batch; a long one and standard input are cut into many.
final class Manifests implements ManifestFiles.Visitor {
    /// Files up to here are read as a whole.
    private static final long USUAL = 256 << 10;

    /// So much text is kept from the first time to the second; what is beyond is read again.
    private static final long KEPT = 64 << 20;

    private final Surroundings surroundings;
    private final List<Consumer<Consumer<DocumentBatch>>> found = new ArrayList<>();
    private final List<Document> definitions = new ArrayList<>();
    private long kept;

    private Manifests(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Manifests of(List<String> paths, Surroundings surroundings, Diagnostics diagnostics) {
        Manifests manifests = new Manifests(surroundings);
        ManifestFiles.visit(paths, ManifestFiles.MANIFESTS, surroundings, diagnostics, manifests);
        return manifests;
    }

    /// The definitions of custom resources among them.
    List<Document> definitions() {
        return definitions;
    }

    /// Hands on all of them, in order.
    void each(Consumer<DocumentBatch> batches) {
        for (Consumer<Consumer<DocumentBatch>> file : found) {
            file.accept(batches);
        }
    }

    @Override
    public void file(Path file, String name) {
        if (isLong(file) && lookThrough(file, name)) {
            found.add(batches -> parts(file, name, batches));
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        Source source = SourceReader.read(file, name, Limits.DEFAULT, diagnostics);
        if (source == null) {
            ReadResult unread = ReadResult.unread(Source.unread(name), diagnostics.toList());
            found.add(batches -> batches.accept(() -> unread));
            return;
        }
        lookInto(source);
        kept += source.text().length();
        if (kept <= KEPT) {
            found.add(batches -> batches.accept(() -> DocumentReader.read(source)));
        } else {
            found.add(batches -> batches.accept(() -> whole(file, name)));
        }
    }

    /// It cannot be read again, so all of it is kept.
    @Override
    public void standardInput() {
        List<DocumentBatch> all = new ArrayList<>();
        parts(surroundings.in(), ManifestFiles.STANDARD_INPUT, this::lookInto, all::add);
        found.add(batches -> all.forEach(batches));
    }

    private static boolean isLong(Path file) {
        try {
            return Files.size(file) > USUAL;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Looks for definitions in a long file; whether it could be opened.
    private boolean lookThrough(Path file, String name) {
        try (InputStream stream = Files.newInputStream(file)) {
            parts(stream, name, this::lookInto, batch -> {});
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void lookInto(Source source) {
        if (CustomKinds.mayDefine(source)) {
            for (Document document : DocumentReader.read(source).documents()) {
                if (CustomKinds.isDefinition(document)) {
                    definitions.add(document);
                }
            }
        }
    }

    private static ReadResult whole(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Source source = SourceReader.read(file, name, Limits.DEFAULT, diagnostics);
        return source == null
                ? ReadResult.unread(Source.unread(name), diagnostics.toList())
                : DocumentReader.read(source);
    }

    private static void parts(Path file, String name, Consumer<DocumentBatch> batches) {
        try (InputStream stream = Files.newInputStream(file)) {
            parts(stream, name, source -> {}, batches);
        } catch (IOException problem) {
            ReadResult unread =
                    ReadResult.unread(
                            Source.unread(name), List.of(ManifestFiles.unreadable(name, problem)));
            batches.accept(() -> unread);
        }
    }

    private static void parts(
            InputStream stream,
            String name,
            Consumer<Source> sources,
            Consumer<DocumentBatch> batches) {
        SourceParts parts = new SourceParts(stream, name, Limits.DEFAULT);
        boolean continues = false;
        while (true) {
            Diagnostics diagnostics = new Diagnostics();
            Source part = next(parts, name, diagnostics);
            if (part == null) {
                if (diagnostics.hasErrors()) {
                    ReadResult broken =
                            ReadResult.unread(Source.unread(name), diagnostics.toList());
                    batches.accept(new Part(continues, () -> broken));
                }
                return;
            }
            sources.accept(part);
            ReadOptions options = ReadOptions.MANIFESTS.withEmptyAllowed(!parts.isWhole());
            batches.accept(new Part(continues, () -> DocumentReader.read(part, options)));
            continues = true;
        }
    }

    private static @Nullable Source next(SourceParts parts, String name, Diagnostics diagnostics) {
        try {
            return parts.next(diagnostics);
        } catch (IOException problem) {
            diagnostics.add(ManifestFiles.unreadable(name, problem));
            return null;
        }
    }

    /// A piece of a file, and what it holds.
    private record Part(boolean continues, Supplier<ReadResult> content) implements DocumentBatch {
        @Override
        public ReadResult read() {
            return content.get();
        }
    }
}
