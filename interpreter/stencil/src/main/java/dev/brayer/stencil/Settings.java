package dev.brayer.stencil;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `--set WORD=VALUE` said, with the command line as provenance.
///
/// @param settings in the order of the command line; of two for one word the last one holds
/// @param diagnostics what was not `WORD=VALUE`
public record Settings(List<Setting> settings, List<Diagnostic> diagnostics) {
    /// No `--set` at all.
    public static final Settings NONE = new Settings(List.of(), List.of());

    private static final String OPTION = "--set ";

    /// One `--set`.
    ///
    /// @param value the text behind the first `=`
    /// @param place the value on the command line
    public record Setting(String word, String value, Place place) {}

    public Settings {
        settings = List.copyOf(settings);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Reads the operands of `--set`.
    public static Settings of(List<String> operands) {
        if (operands.isEmpty()) {
            return NONE;
        }
        StringBuilder text = new StringBuilder();
        for (String operand : operands) {
            text.append(OPTION).append(operand).append('\n');
        }
        Source source = Source.of("command line", text.toString());
        List<Setting> settings = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        int start = 0;
        for (String operand : operands) {
            int from = start + OPTION.length();
            int end = from + operand.length();
            start = end + 1;
            int equals = operand.indexOf('=');
            if (equals <= 0 || !WordNames.isWord(operand.substring(0, equals))) {
                diagnostics.add(
                        Diagnostic.error(
                                        StencilCode.SETTING_MALFORMED,
                                        source.place(from, end),
                                        "`--set` takes `WORD=VALUE`, not `" + operand + "`")
                                .withHint(
                                        "a word is a letter or `_`, followed by letters, digits, `_` and `-`"));
            } else {
                Place value = source.place(from + equals + 1, end);
                settings.add(
                        new Setting(
                                operand.substring(0, equals),
                                operand.substring(equals + 1),
                                value));
            }
        }
        return new Settings(settings, diagnostics);
    }

    /// What was set for a word, or `null`.
    public @Nullable Setting of(String word) {
        Setting found = null;
        for (Setting setting : settings) {
            if (setting.word().equals(word)) {
                found = setting;
            }
        }
        return found;
    }
}
