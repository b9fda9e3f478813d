package dev.brayer.image;

import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A layer that was made of files: a compressed archive in the work folder, gone when it is closed.
///
/// The same files give the same bytes: fixed order, time and owner, modes that are the same on
/// every machine. The compression is Java's own; two builds of Java with different zlibs may pack
/// the same archive differently.
///
/// @param descriptor of the compressed archive
/// @param content the digest of the archive before compression
/// @param history what the image's history says of it
record Layer(Unfinished file, Descriptor descriptor, Digest content, String history)
        implements AutoCloseable {
    /// One second after 1970 began: some programs take 0 for "no time".
    private static final long TIME = 1000;

    private static final int FOLDER_MODE = 0755;
    private static final int LINK_MODE = 0777;
    private static final int BUFFER = 1 << 16;

    static Layer make(CopiedFiles copied, ProjectFolder project, Path workFolder)
            throws IOException {
        SortedMap<String, LayerFiles.Entry> entries = LayerFiles.find(copied, project);
        Files.createDirectories(workFolder);
        Unfinished.clear(workFolder);
        Unfinished file = Unfinished.create(workFolder);
        try {
            MessageDigest compressed = Hashing.start();
            MessageDigest plain = Hashing.start();
            CountingStream counted =
                    new CountingStream(new DigestOutputStream(file.output(), compressed));
            try (OutputStream packed = new GZIPOutputStream(counted, BUFFER);
                    TarArchiveOutputStream tar =
                            new TarArchiveOutputStream(
                                    new DigestOutputStream(packed, plain), "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                tar.setAddPaxHeadersForNonAsciiNames(true);
                for (Map.Entry<String, LayerFiles.Entry> entry : entries.entrySet()) {
                    write(tar, entry.getKey(), entry.getValue(), copied);
                }
            }
            return new Layer(
                    file,
                    new Descriptor(
                            MediaTypes.LAYER_GZIP, Hashing.finish(compressed), counted.length()),
                    Hashing.finish(plain),
                    copied.from().text() + " to " + copied.to());
        } catch (IOException | RuntimeException exception) {
            file.close();
            throw exception;
        }
    }

    private static void write(
            TarArchiveOutputStream tar, String path, LayerFiles.Entry entry, CopiedFiles copied)
            throws IOException {
        TarArchiveEntry header;
        switch (entry) {
            case LayerFiles.Folder folder -> {
                header = new TarArchiveEntry(path + "/");
                header.setMode(FOLDER_MODE);
            }
            case LayerFiles.Link link -> {
                header = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
                header.setLinkName(link.target());
                header.setMode(LINK_MODE);
            }
            case LayerFiles.PlainFile plain -> {
                header = new TarArchiveEntry(path);
                header.setMode(plain.mode());
                header.setSize(plain.size());
            }
        }
        header.setModTime(TIME);
        header.setIds(copied.owner().user(), copied.owner().group());
        header.setNames("", "");
        tar.putArchiveEntry(header);
        if (entry instanceof LayerFiles.PlainFile plain) {
            copy(plain, tar, copied);
        }
        tar.closeArchiveEntry();
    }

    private static void copy(LayerFiles.PlainFile plain, OutputStream target, CopiedFiles copied)
            throws IOException {
        byte[] chunk = new byte[BUFFER];
        long left = plain.size();
        try (InputStream content = open(plain.file(), copied)) {
            while (true) {
                int got = content.read(chunk);
                if (got < 0 ? left > 0 : got > left) {
                    throw new ImageFailure(
                                    ImageCode.FILE_UNUSABLE,
                                    "`"
                                            + plain.file().getFileName()
                                            + "` changed while it was copied")
                            .at(copied.from().place());
                }
                if (got < 0) {
                    return;
                }
                target.write(chunk, 0, got);
                left -= got;
            }
        }
    }

    private static InputStream open(Path file, CopiedFiles copied) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (IOException exception) {
            throw ImageFailure.because(
                            ImageCode.FILE_UNUSABLE,
                            "`"
                                    + file.getFileName()
                                    + "` cannot be read: "
                                    + IoReason.of(exception),
                            null,
                            exception)
                    .at(copied.from().place());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
