package dev.brayer.cli;

import dev.brayer.cli.Option.Suggests;
import java.util.List;

/// The options that several commands share, each said once.
final class Options {
    static final Option HELP = Option.flag(List.of("-h", "--help"), "Shows this text");

    static final Option VERSION =
            Option.flag(List.of("--version"), "Shows the version of brayer and of its Java");

    static final Option FOLDER =
            Option.of(
                    List.of("-C"),
                    "FOLDER",
                    Suggests.FOLDERS,
                    "Works on the project of this folder instead of the working folder");

    static final Option FORMATION =
            Option.repeatable(
                    List.of("--formation"),
                    "NAME",
                    Suggests.FORMATIONS,
                    "Limits the command to this formation");

    static final Option SET =
            Option.repeatable(
                    List.of("--set"),
                    "WORD=VALUE",
                    Suggests.NOTHING,
                    "Gives a word its value, whatever the formation says; typed as a plain YAML scalar is");

    static final Option POLICY =
            Option.repeatable(
                    List.of("--policy"),
                    "PATH",
                    Suggests.FILES,
                    "Judges by this policy file, by all in this folder, or by a set of the standard library such as `std/recommended`, as well");

    static final Option PARAM =
            Option.repeatable(
                    List.of("--param"),
                    "NAME=VALUE",
                    Suggests.NOTHING,
                    "Sets a `param` of the policies");

    static final Option KUBERNETES_VERSION =
            Option.of(
                    List.of("--kubernetes-version"),
                    "VERSION",
                    Suggests.NOTHING,
                    "Checks fields against this version, such as 1.34, instead of the formation's or the newest that is bundled");

    static final Option SCHEMAS =
            Option.repeatable(
                    List.of("--schemas"),
                    "PATH",
                    Suggests.FILES,
                    "Learns the fields of custom resources from the CustomResourceDefinitions in this file or folder");

    static final Option WORKLOAD =
            Option.repeatable(
                    List.of("--workload"),
                    "KIND=PATH",
                    Suggests.NOTHING,
                    "Counts a custom kind among the workloads: its group and name, and the fields that lead to its pod template, as in argoproj.io/Rollout=spec.template");

    static final Option BASE =
            Option.of(
                    List.of("--base"),
                    "COMMIT",
                    Suggests.NOTHING,
                    "Takes the objects of this branch, tag or commit for the previous versions that `before` and `on removed` ask for");

    static final Option FAIL_LEVEL =
            Option.choice(
                    List.of("--fail-level"),
                    "LEVEL",
                    List.of("ensure", "warn"),
                    "From which action on a finding makes the command end with 1: `ensure`, which is the default, or `warn`");

    static final Option DOCUMENT =
            Option.of(
                    List.of("--document"),
                    "N",
                    Suggests.NOTHING,
                    "Only this document of the file, counted from 0 as in reports");

    static final Option OUTPUT =
            Option.of(
                    List.of("-o", "--output"),
                    "FOLDER",
                    Suggests.FOLDERS,
                    "Writes the files below this folder, one folder per formation, instead of printing them");

    static final Option FORMAT =
            Option.repeatable(
                    List.of("--format"),
                    "FORMAT[=FILE]",
                    Suggests.NOTHING,
                    "Reports as `text`, which is the default, or as `json`, to standard output or to FILE");

    static final Option FORMAT_OF_RUN =
            Option.repeatable(
                    List.of("--format"),
                    "FORMAT[=FILE]",
                    Suggests.NOTHING,
                    "Reports as `text`, which is the default, as `json`, or tells each event as it happens, as `events`; to standard output or to FILE");

    private Options() {}
}
