package dev.brayer.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The manifests of a cluster. A smaller corpus is the beginning of a larger one.
public final class Corpus {
    private static final long SEED = 2026;

    private Corpus() {}

    public static List<Manifest> of(int count) {
        List<Manifest> manifests = new ArrayList<>(count);
        each(count, manifests::add);
        return manifests;
    }

    /// All of them as one stream of documents.
    public static String stream(int count) {
        StringBuilder text = new StringBuilder();
        each(count, manifest -> text.append("---\n").append(manifest.text()));
        return text.toString();
    }

    private static void each(int count, Consumer<Manifest> consumer) {
        Dice dice = new Dice(SEED);
        List<Manifest> written = new ArrayList<>();
        int left = count;
        for (int number = 0; left > 0; number++) {
            written.clear();
            new Objects(Application.roll(number, dice), dice, written).write();
            for (Manifest manifest : written.subList(0, Math.min(left, written.size()))) {
                consumer.accept(manifest);
            }
            left -= written.size();
        }
    }
}
