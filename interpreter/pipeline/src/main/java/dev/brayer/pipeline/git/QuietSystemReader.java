package dev.brayer.pipeline.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps JGit to the repository alone: it neither starts `git` to find the system's configuration
/// nor writes measured values into the home folder, and nobody's settings change how snapshots are
/// stored.
public final class QuietSystemReader extends SystemReader.Delegate {
    private QuietSystemReader(SystemReader usual) {
        super(usual);
    }

    public static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new NoConfig(parent, files);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new NoConfig(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new NoConfig(parent, files);
    }

    /// A configuration without a file.
    private static final class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What JGit measures is not kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
