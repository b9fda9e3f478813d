package dev.brayer.stencil.render;

import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;

/// Complaints about files that a project names and that cannot be read.
final class UnreadFiles {
    private UnreadFiles() {}

    static Diagnostic complaint(ProjectFolder.Read read, Place place) {
        return switch (read) {
            case ProjectFolder.Read.Text text ->
                    throw new IllegalStateException(text.source() + " was read");
            case ProjectFolder.Read.Absent absent ->
                    Diagnostic.error(
                            StencilCode.FILE_MISSING, place, "there is no file " + absent.name());
            case ProjectFolder.Read.Outside outside ->
                    Diagnostic.error(
                                    StencilCode.PATH_OUTSIDE,
                                    place,
                                    outside.name() + " is outside the project")
                            .withHint(
                                    "copy it into the project: what a project renders must come from it");
            case ProjectFolder.Read.Unreadable unreadable ->
                    Diagnostic.error(
                            StencilCode.FILE_UNREADABLE,
                            place,
                            unreadable.name() + " cannot be read: " + unreadable.reason());
        };
    }
}
