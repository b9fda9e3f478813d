package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.IoReason;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is said about a destination.
///
/// @param shown how people name it
/// @param place where the formation says so
record DestinationComplaints(String shown, @Nullable Place place) {
    Diagnostic foreign(String message) {
        return Diagnostic.error(PipelineCode.DESTINATION_FOREIGN, place, message)
                .withHint("name another directory, or empty this one");
    }

    Diagnostic otherOwner(Inventory inventory) {
        return Diagnostic.error(
                        PipelineCode.DESTINATION_OTHER_OWNER,
                        place,
                        "`"
                                + shown
                                + "` holds formation `"
                                + inventory.formation()
                                + "` of application `"
                                + inventory.application()
                                + "`")
                .withHint("name another directory");
    }

    Diagnostic unwritable(IOException failed) {
        return unwritable(IoReason.of(failed));
    }

    Diagnostic unwritable(String reason) {
        return Diagnostic.error(
                        PipelineCode.DESTINATION_FAILED,
                        place,
                        "`" + shown + "` cannot be written: " + reason)
                .withHint("nothing in it was changed");
    }

    /// @param what what somebody did to the file
    Diagnostic modified(String path, String what) {
        return Diagnostic.warning(
                        PipelineCode.DESTINATION_MODIFIED,
                        place,
                        "`" + shown + "/" + path + "` " + what + " by hand since brayer wrote it")
                .withHint("the run puts back what the project says");
    }

    Diagnostic recovered(String what) {
        return Diagnostic.warning(
                PipelineCode.DESTINATION_RECOVERED,
                place,
                "a run into `" + shown + "` was cut off; " + what);
    }
}
