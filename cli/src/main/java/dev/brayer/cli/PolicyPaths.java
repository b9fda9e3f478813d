package dev.brayer.cli;

import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the policies that a command line names: files, folders of them, and sets and policies of
/// the standard library, which come first. Each is read once.
final class PolicyPaths {
    private PolicyPaths() {}

    /// @param endings what a folder is searched for
    static List<Source> read(
            List<String> paths,
            List<String> endings,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        List<Source> sources = new ArrayList<>();
        Set<String> known = new HashSet<>();
        List<String> files = new ArrayList<>();
        for (String path : paths) {
            if (path.endsWith(ScriptPolicy.ENDING) && !endings.contains(ScriptPolicy.ENDING)) {
                diagnostics.add(script(path));
                continue;
            }
            if (!StandardLibrary.isName(path)) {
                files.add(path);
                continue;
            }
            List<Source> policies = StandardLibrary.policies(path);
            if (policies.isEmpty()) {
                diagnostics.add(unknown(path, surroundings));
            }
            for (Source policy : policies) {
                if (known.add(policy.name())) {
                    sources.add(policy);
                }
            }
        }
        sources.addAll(ManifestFiles.read(files, endings, surroundings, diagnostics));
        return List.copyOf(sources);
    }

    private static Diagnostic script(String path) {
        return Diagnostic.error(
                        CommandLineCode.WRONG_VALUE,
                        null,
                        "`" + path + "` is a script, and this command reads `.cop` files")
                .withHint("scripts judge in `brayer check --policy " + path + "`");
    }

    private static Diagnostic unknown(String name, Surroundings surroundings) {
        boolean own = Files.exists(surroundings.workingFolder().resolve(name));
        return Diagnostic.error(
                        CommandLineCode.NO_STANDARD,
                        null,
                        "the standard library has no `" + name + "`")
                .withHint(
                        own
                                ? "the file of your own folder is named `./" + name + "`"
                                : StandardLibrary.hint(name));
    }
}
