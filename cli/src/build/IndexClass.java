import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/// Makes the class that holds the index of the Kubernetes schema as constants. It stands in the place of the one that
/// says that the index is a file, so that a check need not open the program's jar.
final class IndexClass {
    static final String NAME = "dev/brayer/schema/EmbeddedIndex.class";
    static final String INDEX = "dev/brayer/schema/kubernetes.index";

    /// A constant takes 65,535 bytes, and a character up to two of them.
    private static final int LONGEST = 30_000;

    private IndexClass() {}

    static byte[] of(JarFile schema) throws IOException {
        List<String> pieces = new ArrayList<>();
        try (InputStream stream = schema.getInputStream(schema.getJarEntry(INDEX))) {
            String index = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int start = 0; start < index.length(); start += LONGEST) {
                pieces.add(index.substring(start, Math.min(start + LONGEST, index.length())));
            }
        }
        ClassDesc strings = ConstantDescs.CD_String.arrayType();
        return ClassFile.of().build(
                ClassDesc.of("dev.brayer.schema.EmbeddedIndex"),
                type -> type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                        .withMethodBody("pieces", MethodTypeDesc.of(strings), ClassFile.ACC_STATIC, code -> {
                            code.loadConstant(pieces.size()).anewarray(ConstantDescs.CD_String);
                            for (int piece = 0; piece < pieces.size(); piece++) {
                                code.dup().loadConstant(piece).loadConstant(pieces.get(piece)).aastore();
                            }
                            code.areturn();
                        }));
    }
}
