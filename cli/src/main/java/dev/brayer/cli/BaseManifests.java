package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.pipeline.git.CommittedTree;
import dev.brayer.pipeline.git.GitFolder;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plain manifests as a commit has them (`--base`).
final class BaseManifests {
    private final CommittedTree tree;
    private final String reference;
    private final Path workTree;
    private final Path workingFolder;

    private BaseManifests(CommittedTree tree, String reference, Path workTree, Path workingFolder) {
        this.tree = tree;
        this.reference = reference;
        this.workTree = workTree;
        this.workingFolder = workingFolder;
    }

    /// Null, with an error, where there is no such commit.
    static @Nullable BaseManifests open(
            String reference, Surroundings surroundings, Diagnostics diagnostics) {
        Path folder = surroundings.workingFolder();
        GitFolder git = GitFolder.around(folder).orElse(null);
        CommittedTree tree = CommittedTree.open(git, reference, diagnostics);
        return tree == null || git == null
                ? null
                : new BaseManifests(tree, reference, git.workTree(), folder);
    }

    /// The objects that the same files and folders held then. A file that was not there held none.
    ///
    /// @param wanted whether any rule asks; else nothing is read
    @Nullable List<Document> read(List<String> paths, boolean wanted, Diagnostics diagnostics) {
        List<Document> documents = new ArrayList<>();
        try (tree) {
            for (String path : wanted ? paths : List.<String>of()) {
                Path file = workingFolder.resolve(path).normalize();
                if (!path.equals("-") && file.startsWith(workTree)) {
                    String from = workTree.relativize(file).toString().replace('\\', '/');
                    read(from, documents);
                }
            }
            return documents;
        } catch (IOException broken) {
            diagnostics.add(
                    Diagnostic.warning(
                            PipelineCode.BASE,
                            null,
                            "what was there at `"
                                    + reference
                                    + "` cannot be read: "
                                    + broken.getMessage()));
            return null;
        }
    }

    private void read(String path, List<Document> documents) throws IOException {
        byte[] content = path.isEmpty() ? null : tree.read(path);
        if (content != null) {
            read(path, content, documents);
            return;
        }
        for (String below : tree.below(path)) {
            byte[] bytes = isManifest(below) ? tree.read(below) : null;
            if (bytes != null) {
                read(below, bytes, documents);
            }
        }
    }

    /// What was no YAML then says nothing about now.
    private void read(String path, byte[] content, List<Document> documents) {
        Source source =
                Source.of(reference + ":" + path, new String(content, StandardCharsets.UTF_8));
        documents.addAll(DocumentReader.read(source).documents());
    }

    private static boolean isManifest(String path) {
        for (String ending : ManifestFiles.MANIFESTS) {
            if (path.endsWith(ending) && !path.contains("/.") && !path.startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
