package dev.brayer.cli;

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
        codes.sort((left, right) -> left.id().compareTo(right.id()));
        return codes;
    }
}
