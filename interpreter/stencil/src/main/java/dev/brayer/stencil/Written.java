package dev.brayer.stencil;

import dev.brayer.text.Place;

/// A text of a formation with the place where it stands.
public record Written(String text, Place place) {
    @Override
    public String toString() {
        return text;
    }
}
