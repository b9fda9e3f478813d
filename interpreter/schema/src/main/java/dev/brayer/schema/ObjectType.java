package dev.brayer.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object with named fields, such as `Container`.
public interface ObjectType {
    /// The name as the API reference has it, without version: `DeploymentSpec`.
    String name();

    /// One or a few sentences from the API reference; empty when there are none.
    String documentation();

    /// The fields in the order of the API reference.
    List<Field> fields();

    /// The field of this name, or `null`; an object that may have fields beside the listed ones has
    /// every field.
    @Nullable Field field(String name);

    /// The bundled minors of Kubernetes in which the type has a field of this name, oldest first.
    default List<String> minorsWith(String field) {
        return List.of();
    }

    /// A field of an object.
    interface Field {
        String name();

        FieldType type();

        /// Whether the API server refuses an object without it.
        boolean required();

        /// From the API reference; empty when there is none.
        String documentation();

        /// The only texts that the API server takes; empty where it takes any, or where nothing
        /// says which.
        default List<String> choices() {
            return List.of();
        }
    }
}
