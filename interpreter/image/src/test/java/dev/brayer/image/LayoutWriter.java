package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that builds and publishes images into a layout until it is killed, or as often as it
/// is told.
public final class LayoutWriter {
    private LayoutWriter() {}

    /// Runs with the project's folder, a name for the files of this process, and how many runs to
    /// make. Files that are there already are taken as they are.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String name = arguments[1];
        for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
            TestProject project = new TestProject(folder);
            if (run > 0 || Files.notExists(folder.resolve("files/" + name))) {
                project.file("files/" + name, (name + run + "\n").repeat(20_000));
            }
            project.assembled("one", null, TestProject.files("files/" + name, "/one"))
                    .assembled("two", "one", TestProject.files("files/" + name, "/two"));
            EmbeddedImages images = project.open();
            List<PreparedImage> prepared = new ArrayList<>();
            prepared.add(project.prepared(images, "one"));
            report("one");
            prepared.add(project.prepared(images, "two"));
            report("two");
            TestProject.value(
                    images.store().publish(prepared, name + "-" + run, new Cancellation()));
            report("published");
        }
    }

    @SuppressWarnings("SystemOut") // how a child process speaks to its parent
    private static void report(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
