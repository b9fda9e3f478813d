package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/// Which documents `--document N` means.
final class DocumentChoice {
    private DocumentChoice() {}

    /// Those of that number; all without the option, none after an error was added.
    static List<Document> of(
            List<Document> documents, Arguments arguments, String file, Diagnostics diagnostics) {
        String number = arguments.value(Options.DOCUMENT);
        if (number == null || documents.isEmpty()) {
            return documents;
        }
        List<Document> chosen = new ArrayList<>();
        for (Document document : documents) {
            if (Integer.toString(document.index()).equals(number)) {
                chosen.add(document);
            }
        }
        if (chosen.isEmpty()) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    null,
                                    file + " has no document `" + number + "`")
                            .withHint("its documents: " + list(documents)));
        }
        return chosen;
    }

    /// `0 is Deployment shop/web, 1 is Service shop/web, …`.
    static String list(List<Document> documents) {
        StringBuilder text = new StringBuilder();
        for (Document document : documents) {
            if (text.length() > 120) {
                return text.append(", …").toString();
            }
            text.append(text.isEmpty() ? "" : ", ")
                    .append(document.index())
                    .append(" is ")
                    .append(document.identity());
        }
        return text.toString();
    }
}
