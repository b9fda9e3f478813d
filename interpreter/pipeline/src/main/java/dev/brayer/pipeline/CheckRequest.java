package dev.brayer.pipeline;

import dev.brayer.pipeline.image.Images;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.stencil.Settings;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `check`, `render`, `diff` and `plan` are asked to look at.
///
/// @param formations names; empty for all
/// @param settings what `--set` said
/// @param policies sources of further policies (`--policy`), judged beside those of pipeline and
///   formation
/// @param environment for words from the environment
/// @param images opens the image side of a project, asked only when an image's name is needed and
///   not remembered
/// @param scripts opens what runs the scripts of a project, asked only when there is one
/// @param base the commit whose objects are the previous versions (`--base`); `null` for the last
///   succeeded snapshot
public record CheckRequest(
        List<String> formations,
        Settings settings,
        List<Source> policies,
        LoadOptions loading,
        JudgeOptions judging,
        Map<String, String> environment,
        Function<Project, Images> images,
        Function<Project, Scripting> scripts,
        @Nullable String base) {
    public CheckRequest {
        formations = List.copyOf(formations);
        policies = List.copyOf(policies);
    }

    /// The same for some formations.
    public CheckRequest forFormations(List<String> names) {
        return new CheckRequest(
                names, settings, policies, loading, judging, environment, images, scripts, base);
    }

    /// The same with other values of words.
    CheckRequest withSettings(Settings newSettings) {
        return new CheckRequest(
                formations,
                newSettings,
                policies,
                loading,
                judging,
                environment,
                images,
                scripts,
                base);
    }
}
