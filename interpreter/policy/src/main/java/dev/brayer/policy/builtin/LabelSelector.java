package dev.brayer.policy.builtin;

import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A label selector as the API server reads it. One that the API server would refuse is none: it
/// never counts as one that asks for less than it says.
sealed interface LabelSelector {
    /// How a selector may be written.
    enum Form {
        /// Labels alone, as in a Service.
        PLAIN,
        /// `matchLabels` and `matchExpressions`.
        STRUCTURED,
        /// Whichever it looks like.
        EITHER
    }

    /// Selects what meets all requirements.
    record Requirements(List<Requirement> all) implements LabelSelector {
        public Requirements {
            all = List.copyOf(all);
        }
    }

    /// A selector that is not there selects nothing.
    record Nothing() implements LabelSelector {}

    /// What is wrong with it, or which word of it has no value yet.
    record Unreadable(Value.Open problem) implements LabelSelector {}

    /// What is asked of one label.
    ///
    /// @param values texts, and words without a value
    record Requirement(String key, Operator operator, List<Value> values) {
        public Requirement {
            values = List.copyOf(values);
        }
    }

    enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    static LabelSelector read(Value selector, Form form) {
        return switch (selector) {
            case Value.Missing _, Value.NoEntries _ -> new Nothing();
            case Value.Open open -> new Unreadable(open);
            case Value.Tree(Site site) -> new Reader().read(site, form);
            default -> new Unreadable(new Value.Wrong("a label selector", selector));
        };
    }

    /// Reads one selector up to its first mistake.
    final class Reader {
        private static final String LABELS = "matchLabels";
        private static final String EXPRESSIONS = "matchExpressions";

        private final List<Requirement> requirements = new ArrayList<>();
        private Value.@Nullable Open problem;

        private Reader() {}

        private LabelSelector read(Site site, Form form) {
            boolean structured =
                    switch (form) {
                        case PLAIN -> false;
                        case STRUCTURED -> true;
                        case EITHER ->
                                site.field(LABELS) != null || site.field(EXPRESSIONS) != null;
                    };
            if (structured) {
                structured(site);
            } else {
                labels(new Value.Tree(site));
            }
            return problem == null ? new Requirements(requirements) : new Unreadable(problem);
        }

        private void structured(Site site) {
            for (Value key : Nodes.keys(site)) {
                switch (key) {
                    case Value.Text(String name, _) -> {
                        if (!name.equals(LABELS) && !name.equals(EXPRESSIONS)) {
                            wrong("a label selector of `matchLabels` and `matchExpressions`", key);
                        }
                    }
                    case Value.Open open -> open(open);
                    default -> wrong("a label selector", key);
                }
            }
            if (site.field(LABELS) != null && !isEmptyAsNull(site, LABELS)) {
                labels(Nodes.field(new Value.Tree(site), LABELS));
            }
            if (site.field(EXPRESSIONS) != null && !isEmptyAsNull(site, EXPRESSIONS)) {
                expressions(Nodes.field(new Value.Tree(site), EXPRESSIONS));
            }
        }

        /// An explicit null is an empty list or map where a schema of Kubernetes itself says so.
        private static boolean isEmptyAsNull(Site site, String name) {
            return Nodes.field(new Value.Tree(site), name) instanceof Value.Missing
                    && isOfKubernetes(site.subject().document().identity().group());
        }

        private static boolean isOfKubernetes(String group) {
            return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
        }

        private void labels(Value labels) {
            if (!(labels instanceof Value.Tree(Site site))) {
                refused("a map of labels", labels);
                return;
            }
            for (Value key : Nodes.keys(site)) {
                if (!(key instanceof Value.Text(String name, _))) {
                    refused("the name of a label", key);
                    continue;
                }
                Value wanted = Nodes.field(labels, name);
                if (wanted instanceof Value.Text || wanted instanceof Value.Unfilled) {
                    requirements.add(new Requirement(name, Operator.IN, List.of(wanted)));
                } else {
                    refused("a string", wanted);
                }
            }
        }

        private void expressions(Value list) {
            if (!(list instanceof Value.Items(List<Value> expressions, _))) {
                refused("a list", list);
                return;
            }
            for (Value expression : expressions) {
                expression(expression);
            }
        }

        private void expression(Value expression) {
            Value key = Nodes.field(expression, "key");
            Value operator = Nodes.field(expression, "operator");
            Value values = Nodes.field(expression, "values");
            if (!(key instanceof Value.Text(String name, _))) {
                refused("the name of a label", key);
            } else if (!(operator instanceof Value.Text(String text, _))) {
                refused("an operator", operator);
            } else {
                switch (text) {
                    case "In" -> listed(name, Operator.IN, values);
                    case "NotIn" -> listed(name, Operator.NOT_IN, values);
                    case "Exists" -> unlisted(name, Operator.EXISTS, values);
                    case "DoesNotExist" -> unlisted(name, Operator.DOES_NOT_EXIST, values);
                    default -> wrong("In, NotIn, Exists or DoesNotExist", operator);
                }
            }
        }

        private void listed(String key, Operator operator, Value values) {
            if (!(values instanceof Value.Items(List<Value> elements, _)) || elements.isEmpty()) {
                refused("a list with a value", values);
                return;
            }
            for (Value element : elements) {
                if (!(element instanceof Value.Text) && !(element instanceof Value.Unfilled)) {
                    refused("a string", element);
                    return;
                }
            }
            requirements.add(new Requirement(key, operator, elements));
        }

        private void unlisted(String key, Operator operator, Value values) {
            boolean none =
                    values instanceof Value.Missing
                            || (values instanceof Value.Items(List<Value> elements, _)
                                    && elements.isEmpty());
            if (none) {
                requirements.add(new Requirement(key, operator, List.of()));
            } else {
                refused("no values", values);
            }
        }

        private void refused(String expected, Value found) {
            if (found instanceof Value.Open open) {
                open(open);
            } else {
                wrong(expected, found);
            }
        }

        private void wrong(String expected, Value found) {
            open(new Value.Wrong(expected, found));
        }

        /// The first mistake is told; a word without a value leaves open whether there is one.
        private void open(Value.Open open) {
            problem = problem == null ? open : problem;
        }
    }
}
