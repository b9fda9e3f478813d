package dev.brayer.cli;

import dev.brayer.policy.standard.StandardLibrary;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a file is called in a report: relative to the git root, so that a pull request finds it.
/// People see it relative to the working folder, which is how sources are named.
final class FileNames {
    private final Path workingFolder;
    private final Path root;

    FileNames(Path workingFolder) {
        this.workingFolder = workingFolder;
        this.root = gitRoot(workingFolder);
    }

    /// The name of a source as a report wants it.
    String inReport(String sourceName) {
        if (root.equals(workingFolder) || isNoFile(sourceName)) {
            return sourceName;
        }
        Path file = workingFolder.resolve(sourceName).normalize();
        boolean elsewhere = sourceName.indexOf(':') > 0 || StandardLibrary.has(sourceName);
        if (elsewhere && !Files.exists(file)) {
            // As git names a file of a commit: `main:shop/web.yml`, from the root; or a policy that
            // comes with brayer.
            return sourceName;
        }
        return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
    }

    /// Values also come from where no file is.
    private static boolean isNoFile(String sourceName) {
        return switch (sourceName) {
            case "command line", "environment", "standard input" -> true;
            default -> false;
        };
    }

    private static Path gitRoot(Path folder) {
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(".git"))) {
                return candidate;
            }
        }
        return folder;
    }
}
