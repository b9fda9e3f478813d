package dev.brayer.pipeline.snapshot;

import dev.brayer.pipeline.destination.PlannedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// A snapshot as the tree of a commit: `snapshot.json`, `plan.json`, `findings.json`, `words.json`
/// and `manifests/`.
final class SnapshotTree {
    private static final String HEAD = "snapshot.json";
    private static final String PLAN = "plan.json";
    private static final String FINDINGS = "findings.json";
    private static final String WORDS = "words.json";
    private static final String MANIFESTS = "manifests";

    private final Repository repository;

    SnapshotTree(Repository repository) {
        this.repository = repository;
    }

    /// Writes the objects of a commit; no branch moves yet.
    ObjectId write(SnapshotContent content, @Nullable ObjectId parent) throws IOException {
        Snapshot snapshot = content.snapshot();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(FINDINGS, FileMode.REGULAR_FILE, blob(inserter, content.findings()));
            tree.append(MANIFESTS, FileMode.TREE, manifests(inserter, content.files()));
            tree.append(PLAN, FileMode.REGULAR_FILE, blob(inserter, content.plan()));
            tree.append(
                    HEAD,
                    FileMode.REGULAR_FILE,
                    blob(inserter, SnapshotJson.print(snapshot, content.files())));
            tree.append(WORDS, FileMode.REGULAR_FILE, blob(inserter, content.words()));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            if (parent != null) {
                commit.setParentId(parent);
            }
            long when = snapshot.ended() == 0 ? snapshot.started() : snapshot.ended();
            PersonIdent person =
                    new PersonIdent(snapshot.who(), "", Instant.ofEpochMilli(when), ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(message(snapshot));
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private static String message(Snapshot snapshot) {
        String restored = snapshot.restores() == null ? "" : "\n\nRestores " + snapshot.restores();
        String reason = snapshot.reason() == null ? "" : "\nEmergency: " + snapshot.reason();
        return snapshot.formation()
                + " "
                + snapshot.id()
                + " "
                + snapshot.state().word()
                + restored
                + reason
                + "\n";
    }

    private static ObjectId blob(ObjectInserter inserter, String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectId manifests(ObjectInserter inserter, List<PlannedFile> files)
            throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (PlannedFile file : files) {
            texts.put(file.path(), file.text());
        }
        return folder(inserter, texts);
    }

    /// Writes a folder; git sorts a folder's name as if it ended in `/`.
    private static ObjectId folder(ObjectInserter inserter, Map<String, String> files)
            throws IOException {
        Map<String, String> plain = new TreeMap<>();
        Map<String, Map<String, String>> folders = new TreeMap<>();
        files.forEach((path, text) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                plain.put(path, text);
            } else {
                folders.computeIfAbsent(path.substring(0, slash + 1), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            }
        });
        List<String> names = new ArrayList<>(plain.keySet());
        names.addAll(folders.keySet());
        names.sort(null);
        TreeFormatter tree = new TreeFormatter();
        for (String name : names) {
            Map<String, String> inner = folders.get(name);
            if (inner == null) {
                tree.append(
                        name, FileMode.REGULAR_FILE, blob(inserter, plain.getOrDefault(name, "")));
            } else {
                tree.append(
                        name.substring(0, name.length() - 1),
                        FileMode.TREE,
                        folder(inserter, inner));
            }
        }
        return inserter.insert(tree);
    }

    /// The head of a snapshot, `null` when the commit is none.
    @Nullable Snapshot readHead(RevCommit commit) throws IOException {
        String text = read(commit, HEAD);
        return text == null ? null : SnapshotJson.parse(text).orElse(null);
    }

    /// The whole of it.
    @Nullable SnapshotContent read(RevCommit commit) throws IOException {
        String head = read(commit, HEAD);
        Snapshot snapshot = head == null ? null : SnapshotJson.parse(head).orElse(null);
        if (head == null || snapshot == null) {
            return null;
        }
        Map<String, String> meanings = SnapshotJson.meanings(head);
        List<PlannedFile> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(org.eclipse.jgit.treewalk.filter.PathFilter.create(MANIFESTS));
            while (walk.next()) {
                String path = walk.getPathString().substring(MANIFESTS.length() + 1);
                String text = text(repository.open(walk.getObjectId(0)));
                PlannedFile file = PlannedFile.of(path, text, text);
                files.add(
                        new PlannedFile(
                                path,
                                text,
                                file.digest(),
                                meanings.getOrDefault(path, file.meaning())));
            }
        }
        return new SnapshotContent(
                snapshot,
                files,
                orEmpty(read(commit, PLAN)),
                orEmpty(read(commit, FINDINGS)),
                orEmpty(read(commit, WORDS)));
    }

    private @Nullable String read(RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, commit.getTree())) {
            return walk == null ? null : text(repository.open(walk.getObjectId(0)));
        }
    }

    private static String text(ObjectLoader loader) throws IOException {
        return new String(loader.getBytes(), StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
