package dev.brayer.stencil.render;

import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.Written;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words that brayer itself gives: what the formation is, and what the run is.
final class SuppliedWords {
    private static final Place RUN = Source.unread("this run").wholeFile();

    private final Formation formation;
    private final Outside outside;

    SuppliedWords(Formation formation, Outside outside) {
        this.formation = formation;
        this.outside = outside;
    }

    /// The word, or `null` when brayer does not give it, or not in this run.
    @Nullable Word word(String name) {
        return switch (name) {
            case "formation" -> word(name, formation.name());
            case "application" -> word(name, formation.application());
            case "namespace" -> {
                Destination destination = formation.destination();
                Written namespace = destination == null ? null : destination.namespace();
                yield namespace == null ? null : word(name, namespace);
            }
            case "registry" -> word(name, outside.registry());
            case "deploy_tag" -> word(name, outside.deployTag());
            case "snapshot" -> word(name, outside.snapshot());
            default -> null;
        };
    }

    private static Word word(String name, Written written) {
        return new Word(
                name,
                new Value.Text(written.text(), written.place()),
                List.of(new Origin(name, written.place())));
    }

    private static @Nullable Word word(String name, Answer answer) {
        if (answer instanceof Answer.Known value) {
            return new Word(
                    name, new Value.Text(value.text(), null), List.of(new Origin(name, RUN)));
        }
        return answer instanceof Answer.StandIn value
                ? new Word(
                        name,
                        new Value.Text(value.text(), null),
                        List.of(new Origin(name, RUN, Origin.Known.NOTHING)))
                : null;
    }
}
