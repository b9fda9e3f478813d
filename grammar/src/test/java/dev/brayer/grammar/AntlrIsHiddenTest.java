package dev.brayer.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The generated parsers belong to their packages; everything else sees trees and diagnostics.
final class AntlrIsHiddenTest {
    @Test
    void onlyTheParsersKnowAntlr() throws IOException {
        try (Stream<Path> files = Files.walk(Golden.root())) {
            List<String> users =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .filter(file -> Golden.read(file).contains("import org." + "antlr"))
                            .map(file -> String.valueOf(Golden.root().relativize(file).getParent()))
                            .filter(folder ->
                                    !folder.endsWith("dev/brayer/grammar/policy")
                                            && !folder.endsWith("dev/brayer/grammar/placeholder"))
                            .distinct()
                            .toList();
            assertEquals(List.of(), users);
        }
    }

    @Test
    void theGeneratedClassesAreNotPublic() throws IOException {
        Path generated = Golden.root().resolve("grammar/target/generated-sources/antlr4");
        try (Stream<Path> files = Files.walk(generated)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertEquals(-1, Golden.read(file).indexOf("\npublic class "), file.toString());
            }
        }
    }
}
