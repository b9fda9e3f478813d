package dev.brayer.policy.testing;

import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tests that belong together, and report together.
public sealed interface TestSuite {
    /// How reports call it: the path of a file or a folder.
    String name();

    /// The `test` blocks of a policy file. The file is loaded alone, with what it imports: what its
    /// tests say does not depend on its neighbours.
    record OfFile(Source policy) implements TestSuite {
        @Override
        public String name() {
            return policy.name();
        }
    }

    /// Manifests beside policies: those in `good/` pass all rules of the folder, those in `bad/`
    /// give exactly the findings that their comments say.
    ///
    /// @param policies the `.cop` files that stand directly in the folder
    record OfFolder(String name, List<Source> policies, List<Manifest> good, List<Manifest> bad)
            implements TestSuite {
        public OfFolder {
            policies = List.copyOf(policies);
            good = List.copyOf(good);
            bad = List.copyOf(bad);
        }
    }

    /// A manifest to judge.
    ///
    /// @param before its previous version, from `NAME.before.yml` beside `NAME.yml`
    record Manifest(Source source, @Nullable Source before) {}
}
