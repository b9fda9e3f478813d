package dev.brayer.pipeline.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/// Says in a person's words why a file operation failed; the messages of several exceptions are a
/// bare path.
public final class IoReason {
    private IoReason() {}

    /// A phrase such as `access to dist/production is denied`.
    public static String of(IOException failed) {
        String file = failed instanceof FileSystemException named ? named.getFile() : null;
        String name = file == null ? "the file" : file;
        return switch (failed) {
            case AccessDeniedException denied -> "access to " + name + " is denied";
            case NoSuchFileException missing -> name + " is not there";
            case FileAlreadyExistsException existing -> name + " is in the way";
            case NotDirectoryException other -> name + " is not a folder";
            case DirectoryNotEmptyException full -> name + " is not empty";
            case FileSystemException other -> name + ": " + decapitalized(other.getReason());
            default -> decapitalized(failed.getMessage());
        };
    }

    private static String decapitalized(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "the system gave no reason";
        }
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
