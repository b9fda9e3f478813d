package dev.brayer.cli;

import dev.brayer.pipeline.CheckRequest;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.stencil.Settings;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns options into what the modules below ask for.
final class Requests {
    private Requests() {}

    static CheckRequest check(
            Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        Settings settings = Settings.of(arguments.values(Options.SET));
        diagnostics.addAll(settings.diagnostics());
        return new CheckRequest(
                arguments.values(Options.FORMATION),
                settings,
                policies(arguments, surroundings, diagnostics),
                loading(arguments, surroundings, diagnostics),
                judging(surroundings),
                surroundings.environment(),
                project -> ProjectImages.of(project, surroundings),
                project -> ProjectScripts.of(project, surroundings),
                arguments.value(Options.BASE));
    }

    /// The policies that `--policy` names.
    static List<Source> policies(
            Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        List<Source> policies = new ArrayList<>();
        List<Source> standard = new ArrayList<>();
        for (Source policy :
                PolicyPaths.read(
                        arguments.values(Options.POLICY),
                        ManifestFiles.RULES_AND_SCRIPTS,
                        surroundings,
                        diagnostics)) {
            (StandardLibrary.has(policy.name()) ? standard : policies).add(policy);
        }
        if (!standard.isEmpty()) {
            policies.addAll(0, StandardLibrary.judging(standard));
        }
        return policies;
    }

    static LoadOptions loading(
            Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        return loading(surroundings)
                .withParameters(parameters(arguments.values(Options.PARAM), diagnostics))
                .withKinds(AskedKinds.of(arguments, surroundings, diagnostics));
    }

    /// For what takes no parameters.
    static LoadOptions loading(Surroundings surroundings) {
        return LoadOptions.none()
                .withImports(path -> imported(surroundings.workingFolder(), path))
                .withThreads(Runtime.getRuntime().availableProcessors());
    }

    /// What `-> console` prints goes to standard error, with its place; many documents are shared
    /// between all processors.
    static JudgeOptions judging(Surroundings surroundings) {
        return JudgeOptions.standard()
                .withThreads(Runtime.getRuntime().availableProcessors())
                .withConsole((place, text) ->
                        surroundings.say(
                                place.written()
                                        + ": "
                                        + text
                                        + "\n"
                                        + Excerpt.of(place.written())));
    }

    private static Map<String, LoadOptions.Argument> parameters(
            List<String> values, Diagnostics diagnostics) {
        Map<String, LoadOptions.Argument> parameters = new LinkedHashMap<>();
        for (String value : values) {
            Source given = Source.of("command line", "--param " + value);
            int equals = value.indexOf('=');
            if (equals <= 0) {
                diagnostics.add(
                        Diagnostic.error(
                                CommandLineCode.WRONG_VALUE,
                                given.place(8, 8 + value.length()),
                                "`--param` takes `NAME=VALUE`, not `" + value + "`"));
                continue;
            }
            String name = value.substring(0, equals);
            LoadOptions.Argument argument =
                    new LoadOptions.Argument(value.substring(equals + 1), given);
            LoadOptions.Argument other = parameters.putIfAbsent(name, argument);
            if (other != null && !other.text().equals(argument.text())) {
                diagnostics.add(
                        Diagnostic.error(
                                        CommandLineCode.WRONG_VALUE,
                                        given.place(8, 8 + value.length()),
                                        "the parameter `" + name + "` has another value already")
                                .withRelated(
                                        other.given().place(8, other.given().text().length()),
                                        "the first one"));
            }
        }
        return parameters;
    }

    private static @Nullable Source imported(Path workingFolder, String path) {
        Path file = workingFolder.resolve(path);
        try {
            return Files.isRegularFile(file)
                    ? Source.of(path, Files.readString(file, StandardCharsets.UTF_8))
                    : StandardLibrary.file(path);
        } catch (java.io.IOException unreadable) {
            return null;
        }
    }
}
