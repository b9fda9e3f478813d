package dev.brayer.stencil.render;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarType;
import dev.brayer.document.Scalars;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import org.jspecify.annotations.Nullable;

/// Reads the values of the command line.
final class SettingReader {
    private SettingReader() {}

    /// A value as it is read in a formation, or `null` after a complaint.
    static @Nullable Value read(Settings.Setting setting, Diagnostics diagnostics) {
        String text = setting.value();
        if (text.isEmpty() || "[{\"'".indexOf(text.charAt(0)) < 0) {
            ScalarType type = text.isEmpty() ? ScalarType.STRING : Scalars.typeOfPlain(text);
            return switch (type) {
                case STRING -> new Value.Text(text, setting.place());
                case NUMBER -> new Value.Numeric(text, setting.place());
                case BOOLEAN ->
                        new Value.Bool(
                                "ytYT".indexOf(text.charAt(0)) >= 0 || text.equalsIgnoreCase("on"),
                                setting.place());
                case NULL -> new Value.Nothing(setting.place());
            };
        }
        ReadResult read = DocumentReader.read(Source.of("command line", text), ReadOptions.PLAIN);
        if (read.hasErrors() || read.documents().size() != 1) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.SETTING_MALFORMED,
                                    setting.place(),
                                    "the value of `"
                                            + setting.word()
                                            + "` is not a complete list, map or string")
                            .withHint(
                                    "put a text that begins with a bracket, brace or quote into quotes twice"));
            return null;
        }
        return Value.of(read.documents().get(0).root());
    }
}
