package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.CustomWorkload;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.KubernetesVersion;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.policy.custom.CustomResourceCode;
import dev.brayer.policy.custom.WorkloadText;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// The kinds that `--kubernetes-version`, `--schemas` and `--workload` ask to know.
final class AskedKinds {
    private AskedKinds() {}

    static KnownKinds of(Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        KnownKinds kinds = KnownKinds.standard();
        String version = arguments.value(Options.KUBERNETES_VERSION);
        if (version != null) {
            Place place = placeOf(Options.KUBERNETES_VERSION, version);
            kinds = kinds.withKubernetes(KubernetesVersion.bundled(version, place, diagnostics));
        }
        List<CustomWorkload> workloads = new ArrayList<>();
        for (String written : arguments.values(Options.WORKLOAD)) {
            addWorkload(written, workloads, diagnostics);
        }
        kinds = workloads.isEmpty() ? kinds : kinds.withWorkloads(workloads);
        for (String path : arguments.values(Options.SCHEMAS)) {
            kinds = withSchemas(kinds, path, surroundings, diagnostics);
        }
        return kinds;
    }

    private static void addWorkload(
            String written, List<CustomWorkload> workloads, Diagnostics diagnostics) {
        int equals = written.indexOf('=');
        Place place = placeOf(Options.WORKLOAD, written);
        if (equals < 0) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    place,
                                    "`--workload` takes `KIND=PATH`, not `" + written + "`")
                            .withHint("such as `argoproj.io/Rollout=spec.template`"));
            return;
        }
        switch (WorkloadText.read(
                written.substring(0, equals),
                written.substring(equals + 1),
                CustomWorkload.Holds.TEMPLATE)) {
            case WorkloadText.Read.Workload(CustomWorkload workload) -> workloads.add(workload);
            case WorkloadText.Read.Problem(boolean _, String message, String hint) ->
                    diagnostics.add(
                            Diagnostic.error(CommandLineCode.WRONG_VALUE, place, message)
                                    .withHint(hint));
        }
    }

    private static KnownKinds withSchemas(
            KnownKinds known, String path, Surroundings surroundings, Diagnostics diagnostics) {
        List<Document> documents = new ArrayList<>();
        int errors = diagnostics.errorCount();
        for (Source source :
                ManifestFiles.read(
                        List.of(path), ManifestFiles.MANIFESTS, surroundings, diagnostics)) {
            ReadResult read = DocumentReader.read(source);
            diagnostics.addAll(read.diagnostics());
            documents.addAll(read.documents());
        }
        boolean any = false;
        for (Document document : documents) {
            any |= CustomKinds.isDefinition(document);
        }
        if (!any && diagnostics.errorCount() == errors) {
            diagnostics.add(
                    Diagnostic.error(
                            CustomResourceCode.NONE,
                            placeOf(Options.SCHEMAS, path),
                            "`" + path + "` holds no CustomResourceDefinition"));
        }
        return CustomKinds.add(known, documents, Severity.ERROR, diagnostics);
    }

    /// The value of an option as it stands on the command line.
    private static Place placeOf(Option option, String value) {
        String before = option.name() + " ";
        return Source.of("command line", before + value)
                .place(before.length(), before.length() + value.length());
    }
}
