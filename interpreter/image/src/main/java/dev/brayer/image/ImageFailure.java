package dev.brayer.image;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something that a person can act on went wrong; becomes a diagnostic at the port.
final class ImageFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final ImageCode code;
    private final @Nullable String hint;
    private final transient @Nullable Place place;

    ImageFailure(ImageCode code, String message) {
        this(code, message, null, null, null);
    }

    ImageFailure(ImageCode code, String message, @Nullable String hint) {
        this(code, message, hint, null, null);
    }

    private ImageFailure(
            ImageCode code,
            String message,
            @Nullable String hint,
            @Nullable Place place,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
        this.place = place;
    }

    static ImageFailure because(
            ImageCode code, String message, @Nullable String hint, Throwable cause) {
        return new ImageFailure(code, message, hint, null, cause);
    }

    /// The same at a place, unless it has one already: the innermost knows best.
    ImageFailure at(Place where) {
        return place != null ? this : new ImageFailure(code, sentence(), hint, where, getCause());
    }

    ImageCode code() {
        return code;
    }

    String sentence() {
        String message = getMessage();
        return message == null ? code.id() : message;
    }

    /// What a person sees, at the given place if the failure knows none of its own.
    Diagnostic diagnostic(@Nullable Place otherwise) {
        return Diagnostic.error(code, place == null ? otherwise : place, sentence()).withHint(hint);
    }
}
