package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// Reads what `--format` asks for.
final class ReportFormats {
    private ReportFormats() {}

    /// @param allowed the formats that the command knows
    static List<ReportFormat> of(
            Arguments arguments, List<ReportFormat.Kind> allowed, Diagnostics diagnostics) {
        List<ReportFormat> formats = new ArrayList<>();
        for (String value : arguments.valuesNamed(Options.FORMAT.name())) {
            ReportFormat format = ReportFormat.parse(value);
            if (format == null || !allowed.contains(format.kind())) {
                diagnostics.add(unknown(value, allowed));
                continue;
            }
            for (ReportFormat other : formats) {
                if (isSamePlace(format, other)) {
                    diagnostics.add(twice(format));
                }
            }
            formats.add(format);
        }
        return formats;
    }

    private static boolean isSamePlace(ReportFormat one, ReportFormat other) {
        String file = one.file();
        return file == null ? other.file() == null : file.equals(other.file());
    }

    private static Diagnostic twice(ReportFormat format) {
        String file = format.file();
        return Diagnostic.error(
                        CommandLineCode.OPTION_TWICE,
                        null,
                        "two reports would be written to "
                                + (file == null ? "standard output" : file))
                .withHint(
                        "give each a file of its own: `--format " + format.kind().id() + "=FILE`");
    }

    private static Diagnostic unknown(String value, List<ReportFormat.Kind> allowed) {
        List<String> names = new ArrayList<>();
        for (ReportFormat.Kind kind : allowed) {
            names.add(kind.id());
        }
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        return Diagnostic.error(
                        CommandLineCode.WRONG_VALUE,
                        null,
                        "`--format` takes "
                                + Words.oneOf(names)
                                + ", or one of them with `=FILE`, not `"
                                + value
                                + "`")
                .withHint(Suggestions.didYouMean(name, names));
    }
}
