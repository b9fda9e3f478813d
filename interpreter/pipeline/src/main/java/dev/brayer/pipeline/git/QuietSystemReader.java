package dev.brayer.pipeline.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps JGit to the repository alone: it neither starts `git` to find the system's configuration
/// nor writes into the home folder, and nobody's settings change how snapshots are stored.
///
/// How exact the times of files are it does not measure either, which would take it three seconds
/// of every process: it takes them for as inexact as they can be, so it reads a file again that was
/// just written.
public final class QuietSystemReader extends SystemReader.Delegate {
    /// That of FAT, the most inexact there is; JGit's own guess where it cannot measure.
    private static final String TIMESTAMP_RESOLUTION = "2 seconds";

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
        return new UserConfig(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new NoConfig(parent, files);
    }

    /// A configuration without a file.
    private static class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // There is nowhere to keep anything.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    /// Where JGit looks for what it measured earlier.
    private static final class UserConfig extends NoConfig {
        UserConfig(@Nullable Config parent, FS files) {
            super(parent, files);
        }

        @Override
        public @Nullable String getString(
                String section, @Nullable String subsection, String name) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                            && name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
                    ? TIMESTAMP_RESOLUTION
                    : super.getString(section, subsection, name);
        }
    }
}
