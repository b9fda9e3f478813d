package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.fill.Comparison;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.stamp.ClusterScope;
import dev.brayer.stencil.stamp.EarlyStamp;
import dev.brayer.stencil.stamp.Stamp;
import dev.brayer.stencil.stamp.Stamper;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stamps the files of one formation, and reads what they become.
final class FileStamper {
    private final Stamp stamp;
    private final ClusterScope scope;
    private final Diagnostics diagnostics;

    FileStamper(Stamp stamp, ClusterScope scope, Diagnostics diagnostics) {
        this.stamp = stamp;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /// The file as it is rendered, or `null` after errors. Mostly the stamp goes into the text with
    /// what fills the holes; what is unusual is filled first and stamped then, which also says what
    /// is wrong.
    @Nullable RenderedFile stamp(PreparedFile file) {
        Stamper.Stamped early = EarlyStamp.stamp(file.prepared(), stamp, scope);
        StencilFile stencil = file.stencil();
        RenderedFile rendered =
                early == null
                        ? null
                        : read(
                                stencil.source().name(),
                                file.path(),
                                file.name(),
                                stencil.tags(),
                                stencil.order(),
                                early);
        if (rendered != null) {
            return rendered;
        }
        Filler.Filled filled = file.prepared().fill(diagnostics);
        return filled == null ? null : stamp(file.filled(filled));
    }

    /// The file as it is rendered, or `null` after errors.
    @Nullable RenderedFile stamp(FilledFile file) {
        Diagnostics found = new Diagnostics();
        Stamper.Stamped stamped = Stamper.stamp(file.filled(), stamp, scope, found);
        diagnostics.addAll(found.toList());
        if (found.hasErrors()) {
            return null;
        }
        Source source = file.filled().source();
        RenderedFile rendered =
                read(
                        source.name(),
                        file.stencil(),
                        file.name(),
                        file.tags(),
                        file.order(),
                        stamped);
        if (rendered == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.STRUCTURE,
                                    source.wholeFile(),
                                    "stamping " + source.name() + " changed more than its metadata")
                            .withHint(
                                    "this is a bug in brayer: please report it with the stencil and its words"));
        }
        return rendered;
    }

    /// Reads what was rendered; `null` when it is not what was meant.
    private static @Nullable RenderedFile read(
            String shown,
            String stencil,
            String name,
            List<String> tags,
            int order,
            Stamper.Stamped stamped) {
        Source source = stamped.text().toSource(shown);
        ReadResult read = DocumentReader.read(source, ReadOptions.MANIFESTS.withEmptyAllowed(true));
        List<Document> documents = read.documents();
        if (read.hasErrors() || documents.size() != stamped.meant().size()) {
            return null;
        }
        for (int index = 0; index < documents.size(); index++) {
            Value meant = stamped.meant().get(index);
            if (Comparison.difference(meant, documents.get(index).root()) != null) {
                return null;
            }
        }
        return new RenderedFile(stencil, name, source, documents, tags, order);
    }
}
