package dev.brayer.cli;

import dev.brayer.document.DocumentCode;
import dev.brayer.document.fields.FieldCode;
import dev.brayer.grammar.placeholder.PlaceholderCode;
import dev.brayer.grammar.policy.PolicySyntaxCode;
import dev.brayer.image.ImageCode;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.custom.CustomResourceCode;
import dev.brayer.policy.lint.Lints;
import dev.brayer.policy.testing.TestCode;
import dev.brayer.script.ScriptCode;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.DiagnosticCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Every code of every module; a test finds an enum that is missing here.
final class Codes {
    private Codes() {}

    static List<DiagnosticCode> all() {
        List<DiagnosticCode> codes = new ArrayList<>();
        Collections.addAll(codes, CommandLineCode.values());
        Collections.addAll(codes, CustomResourceCode.values());
        Collections.addAll(codes, DocumentCode.values());
        Collections.addAll(codes, FieldCode.values());
        Collections.addAll(codes, ImageCode.values());
        Collections.addAll(codes, PipelineCode.values());
        Collections.addAll(codes, PolicyCode.values());
        Collections.addAll(codes, PlaceholderCode.values());
        Collections.addAll(codes, PolicySyntaxCode.values());
        Collections.addAll(codes, ScriptCode.values());
        Collections.addAll(codes, StencilCode.values());
        Collections.addAll(codes, TestCode.values());
        codes.addAll(Lints.all());
        codes.sort((left, right) -> left.id().compareTo(right.id()));
        return codes;
    }
}
