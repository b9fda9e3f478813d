package dev.brayer.schema;

import java.util.List;

/// The layout of the index, shared by the generator that writes it and the reader.
///
/// All numbers are big-endian 32-bit integers.
///
/// | part | numbers |
/// |---|---|
/// | header | [#MAGIC], counts of strings, types, kinds, minors |
/// | strings | the offset of each in the string data, and one more for the end |
/// | types | the offset of each type's record in the file |
/// | minors | the string of each |
/// | kinds | [#KIND_NUMBERS] each: group, version, kind (strings), 1 when namespaced, type, mask of minors |
/// | type records | name (string), documentation, number of fields, then [#FIELD_NUMBERS] each: name (string), shape,
/// mask of minors, mask of minors that require it, documentation |
/// | string data | ISO 8859-1 |
///
/// A shape is a container in its lowest 8 bits (none, list, map, map of lists), a scalar plus one
/// in the next 8 (0 when it is an object), and the object's type in the upper 16. The documentation
/// file has the count of texts, their offsets and one more for the end, and UTF-8 texts.
final class IndexFormat {
    static final int MAGIC = 0x42_52_53_31;
    static final int HEADER_NUMBERS = 5;
    static final int KIND_NUMBERS = 6;
    static final int FIELD_NUMBERS = 5;

    static final int PLAIN = 0;
    static final int LIST = 1;
    static final int MAP = 2;
    static final int MAP_OF_LISTS = 3;

    /// A shape names a scalar by its place in this list, counted from 1.
    static final List<FieldType.Scalar> SCALARS =
            List.of(
                    FieldType.Scalar.STRING,
                    FieldType.Scalar.INTEGER,
                    FieldType.Scalar.NUMBER,
                    FieldType.Scalar.BOOLEAN,
                    FieldType.Scalar.QUANTITY,
                    FieldType.Scalar.INTEGER_OR_STRING,
                    FieldType.Scalar.TIME,
                    FieldType.Scalar.BYTES,
                    FieldType.Scalar.ANY);

    static final String INDEX = "kubernetes.index";
    static final String DOCUMENTATION = "kubernetes.documentation";

    private IndexFormat() {}
}
