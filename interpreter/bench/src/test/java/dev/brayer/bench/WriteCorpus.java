package dev.brayer.bench;

import dev.brayer.bench.corpus.Corpus;
import dev.brayer.bench.corpus.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a corpus for measurements of the whole program: `COUNT FOLDER`, or `COUNT -` for one
/// stream on standard output.
public final class WriteCorpus {
    private WriteCorpus() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        if (arguments[1].equals("-")) {
            byte[] stream = Corpus.stream(count).getBytes(StandardCharsets.UTF_8);
            System.out.write(stream, 0, stream.length);
            System.out.flush();
            return;
        }
        Path folder = Path.of(arguments[1]);
        for (Manifest manifest : Corpus.of(count)) {
            Path file = folder.resolve(manifest.file());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, manifest.text());
        }
    }
}
