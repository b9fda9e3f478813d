package dev.brayer.cli;

import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.policy.testing.TestSuite;
import dev.brayer.policy.testing.TestSuite.Manifest;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the tests of policies: their `test` blocks, and `good/` and `bad/` in the folders where
/// they stand.
final class PolicySuites {
    private static final String BEFORE = ".before";

    private final Surroundings surroundings;
    private final Diagnostics diagnostics;

    PolicySuites(Surroundings surroundings, Diagnostics diagnostics) {
        this.surroundings = surroundings;
        this.diagnostics = diagnostics;
    }

    /// The suites of these policies; those of a folder come behind those of its files.
    List<TestSuite> of(List<Source> policies) {
        Map<String, List<Source>> folders = new LinkedHashMap<>();
        for (Source policy : policies) {
            folders.computeIfAbsent(folder(policy.name()), _ -> new ArrayList<>()).add(policy);
        }
        List<TestSuite> suites = new ArrayList<>();
        for (Map.Entry<String, List<Source>> entry : folders.entrySet()) {
            for (Source policy : entry.getValue()) {
                suites.add(new TestSuite.OfFile(policy));
            }
            String folder = entry.getKey();
            if (isFolder(folder, "good") || isFolder(folder, "bad")) {
                suites.add(
                        new TestSuite.OfFolder(
                                folder.isEmpty() ? "." : folder,
                                neighbours(folder, entry.getValue()),
                                manifests(folder, "good"),
                                manifests(folder, "bad")));
            }
        }
        return suites;
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    private static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private boolean isFolder(String folder, String name) {
        String path = inside(folder, name);
        return Files.isDirectory(surroundings.workingFolder().resolve(path))
                || !StandardLibrary.files(path, ManifestFiles.MANIFESTS).isEmpty();
    }

    /// The files of a folder of the disk, or of the standard library.
    private List<Source> read(String folder, List<String> endings) {
        return Files.isDirectory(surroundings.workingFolder().resolve(folder))
                ? ManifestFiles.read(List.of(folder), endings, surroundings, diagnostics)
                : StandardLibrary.files(folder, endings);
    }

    /// All policies of a folder: one alone could not pass its manifests, even if it alone is to be
    /// tested.
    private List<Source> neighbours(String folder, List<Source> known) {
        List<Source> all = new ArrayList<>();
        for (Source source : read(folder.isEmpty() ? "." : folder, ManifestFiles.POLICIES)) {
            if (folder(source.name()).equals(folder)) {
                all.add(same(source, known));
            }
        }
        return all;
    }

    /// The source that was read before, so that it is loaded once.
    private static Source same(Source source, List<Source> known) {
        for (Source other : known) {
            if (other.name().equals(source.name())) {
                return other;
            }
        }
        return source;
    }

    private List<Manifest> manifests(String folder, String name) {
        if (!isFolder(folder, name)) {
            return List.of();
        }
        List<Source> sources = read(inside(folder, name), ManifestFiles.MANIFESTS);
        List<Manifest> manifests = new ArrayList<>();
        for (Source source : sources) {
            if (!withoutEnding(source.name()).endsWith(BEFORE)) {
                manifests.add(new Manifest(source, before(source, sources)));
            }
        }
        return manifests;
    }

    /// `web.before.yml` of `web.yml`.
    private static @Nullable Source before(Source source, List<Source> all) {
        String name = withoutEnding(source.name()) + BEFORE;
        for (Source other : all) {
            if (withoutEnding(other.name()).equals(name)) {
                return other;
            }
        }
        return null;
    }

    private static String withoutEnding(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
