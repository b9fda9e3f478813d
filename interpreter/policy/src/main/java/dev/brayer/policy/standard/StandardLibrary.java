package dev.brayer.policy.standard;

import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The policies that come with brayer: files of the module `stdlib`, read from the class path.
///
/// Each policy has a folder of its own, and the folder is its name: `std/recommended/pinned-image`.
/// A folder of policies is a set, `std/recommended`; its file `includes` names what else belongs to
/// it, and `overrides` what it says more strictly itself. A policy directly below `std` has no
/// rules: it is there to be imported from.
public final class StandardLibrary {
    /// How every name begins.
    public static final String ROOT = "std";

    private static final String POLICY = ".cop";
    private static final String INCLUDES = "/includes";
    private static final String OVERRIDES = "/overrides";

    private StandardLibrary() {}

    /// The paths of all files, in order. A class path cannot be searched without opening each jar,
    /// so the list is a file; a test compares it with the folder.
    private static final class Index {
        static final List<String> PATHS = lines(text("std/index"));
    }

    /// Whether what somebody wrote names something here, be it there or not. A file of one's own in
    /// a folder `std` is named `./std/…`.
    public static boolean isName(String written) {
        return written.equals(ROOT) || written.startsWith(ROOT + "/");
    }

    /// Whether this is the path of a file here.
    public static boolean has(String path) {
        return isName(path) && Index.PATHS.contains(path);
    }

    /// The policies of a set, or the one of this name; empty where there is nothing of this name.
    public static List<Source> policies(String written) {
        String name = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        Map<String, Source> found = new LinkedHashMap<>();
        for (String included : included(name)) {
            collect(included, found);
        }
        collect(name, found);
        return List.copyOf(found.values());
    }

    /// Of the policies that are named together those that judge: what a set that is there as a
    /// whole says more strictly is not judged twice.
    public static List<Source> judging(Collection<Source> named) {
        Map<String, Source> judging = new LinkedHashMap<>();
        for (Source policy : named) {
            judging.put(policy.name(), policy);
        }
        for (String path : Index.PATHS) {
            if (path.endsWith(OVERRIDES) && judging.keySet().containsAll(paths(parent(path)))) {
                for (String overridden : lines(text(path))) {
                    judging.keySet().removeAll(paths(overridden));
                }
            }
        }
        return List.copyOf(judging.values());
    }

    private static List<String> paths(String name) {
        List<String> paths = new ArrayList<>();
        for (String path : Index.PATHS) {
            if (path.startsWith(name + "/") && path.endsWith(POLICY)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /// The policies below a folder, without what it includes.
    public static List<Source> own(String name) {
        Map<String, Source> found = new LinkedHashMap<>();
        collect(name, found);
        return List.copyOf(found.values());
    }

    private static List<String> included(String name) {
        String file = name + INCLUDES;
        return Index.PATHS.contains(file) ? lines(text(file)) : List.of();
    }

    private static void collect(String name, Map<String, Source> into) {
        for (String path : Index.PATHS) {
            boolean asked = path.equals(name) || path.startsWith(name + "/");
            if (asked && path.endsWith(POLICY) && !into.containsKey(path)) {
                into.put(path, Source.of(path, text(path)));
            }
        }
    }

    /// The policy that `import … from NAME` means; `null` where there is none.
    public static @Nullable Source policy(String name) {
        return file(name + name.substring(name.lastIndexOf('/')) + POLICY);
    }

    /// A file by its path, such as a manifest of a test; `null` where there is none.
    public static @Nullable Source file(String path) {
        return has(path) ? Source.of(path, text(path)) : null;
    }

    /// The files below a folder whose names have one of these endings, in order.
    public static List<Source> files(String folder, List<String> endings) {
        List<Source> found = new ArrayList<>();
        for (String path : isName(folder) ? Index.PATHS : List.<String>of()) {
            for (String ending : endings) {
                if (path.startsWith(folder + "/") && path.endsWith(ending)) {
                    found.add(Source.of(path, text(path)));
                }
            }
        }
        return found;
    }

    /// The names of all sets and of all policies.
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        for (String path : Index.PATHS) {
            if (path.endsWith(POLICY)) {
                String folder = parent(path);
                names.add(folder);
                if (!parent(folder).equals(ROOT)) {
                    names.add(parent(folder));
                }
            }
        }
        return List.copyOf(names);
    }

    /// The names of the sets, and of the policies that are in none.
    public static List<String> sets() {
        List<String> names = names();
        List<String> sets = new ArrayList<>();
        for (String name : names) {
            if (!names.contains(parent(name))) {
                sets.add(name);
            }
        }
        return sets;
    }

    /// What to say of a name that is not here.
    public static String hint(String name) {
        String near = Suggestions.didYouMean(name, names());
        return near == null ? "there are " + String.join(", ", sets()) : near;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    private static String text(String path) {
        try (InputStream stream = StandardLibrary.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
