import java.lang.Enum.EnumDesc;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rewrites classes so that the ahead-of-time cache can hold all of them, with the same behaviour:
///
/// - A switch over types, and the `equals`, `hashCode` and `toString` of a record, are linked by the virtual machine at
///   their first use, with code that it makes up then and that no cache holds: some milliseconds each, half of a short
///   command altogether. Here they become plain methods.
/// - Classes compiled for Java 5 (picocli) are refused by the cache. They get today's format.
///
/// The sources need not care, and the tests of the distribution run what is made here.
final class ClassRewriter {
    /// The newest version of class files that the cache refuses ("Old class has been linked").
    private static final int TOO_OLD = 49;

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc STRING_BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final String TYPE_SWITCH = "java.lang.runtime.SwitchBootstraps.typeSwitch";
    private static final String RECORD_METHODS = "java.lang.runtime.ObjectMethods.bootstrap";

    private final ClassFile classFile;

    ClassRewriter(ClassHierarchyResolver hierarchy) {
        classFile = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    byte[] rewrite(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        boolean old = model.majorVersion() <= TOO_OLD;
        Replacements replacements = new Replacements(model.thisClass().asSymbol(), isInterface(model));
        ClassTransform code = ClassTransform.transformingMethodBodies(replacements::accept);
        byte[] rewritten = classFile.transformClass(
                model, code.andThen(ClassTransform.endHandler(builder -> {
                    replacements.addMethods(builder);
                    if (old) {
                        builder.withVersion(ClassFile.JAVA_25_VERSION, 0);
                    }
                })));
        return old || !replacements.methods.isEmpty() ? rewritten : bytes;
    }

    private static boolean isInterface(ClassModel model) {
        return model.flags().has(AccessFlag.INTERFACE);
    }

    /// What replaces the call sites of one class.
    private static final class Replacements {
        private final ClassDesc owner;
        private final boolean inInterface;
        private final List<Method> methods = new ArrayList<>();
        private final Map<DynamicCallSiteDesc, Method> known = new HashMap<>();

        private record Method(String name, MethodTypeDesc type, java.util.function.Consumer<CodeBuilder> body) {}

        Replacements(ClassDesc owner, boolean inInterface) {
            this.owner = owner;
            this.inInterface = inInterface;
        }

        void accept(CodeBuilder builder, CodeElement element) {
            Method method = element instanceof InvokeDynamicInstruction call ? replacement(call) : null;
            if (method == null) {
                builder.with(element);
            } else {
                builder.invokestatic(owner, method.name(), method.type(), inInterface);
            }
        }

        void addMethods(ClassBuilder builder) {
            int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
            for (Method method : methods) {
                builder.withMethodBody(method.name(), method.type(), flags, method.body());
            }
        }

        private Method replacement(InvokeDynamicInstruction call) {
            DynamicCallSiteDesc site = DynamicCallSiteDesc.of(
                    call.bootstrapMethod(),
                    call.name().stringValue(),
                    call.typeSymbol(),
                    call.bootstrapArgs().toArray(new ConstantDesc[0]));
            Method method = known.get(site);
            if (method != null) {
                return method;
            }
            String bootstrap = call.bootstrapMethod().owner().packageName() + "."
                    + call.bootstrapMethod().owner().displayName() + "." + call.bootstrapMethod().methodName();
            String name = "plain$" + methods.size();
            method = switch (bootstrap) {
                case TYPE_SWITCH -> typeSwitch(name, call);
                case RECORD_METHODS -> recordMethod(name, call);
                default -> null;
            };
            if (method != null) {
                methods.add(method);
                known.put(site, method);
            }
            return method;
        }

        /// `(Object, int) -> int`: the first label from the given index on that the object matches; -1 for `null`.
        /// A label is a type, or a constant of an enum.
        private static Method typeSwitch(String name, InvokeDynamicInstruction call) {
            List<ConstantDesc> labels = new ArrayList<>();
            for (ConstantDesc label : call.bootstrapArgs()) {
                ConstantDesc known = label instanceof ClassDesc ? label : enumConstant(label);
                if (known == null) {
                    return null;
                }
                labels.add(known);
            }
            return new Method(name, call.typeSymbol(), code -> {
                Label notNull = code.newLabel();
                code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
                for (int index = 0; index < labels.size(); index++) {
                    Label next = code.newLabel();
                    code.iload(1).loadConstant(index).if_icmpgt(next).aload(0);
                    switch (labels.get(index)) {
                        case EnumDesc<?> constant ->
                            code.getstatic(constant.constantType(), constant.constantName(), constant.constantType())
                                    .if_acmpne(next);
                        case ConstantDesc type -> code.instanceOf((ClassDesc) type).ifeq(next);
                    }
                    code.loadConstant(index).ireturn().labelBinding(next);
                }
                code.loadConstant(labels.size()).ireturn();
            });
        }

        /// The compiler writes an enum's constant as a call of `EnumDesc.of(ClassDesc.of("…"), "…")`.
        private static EnumDesc<?> enumConstant(ConstantDesc label) {
            if (label instanceof DynamicConstantDesc<?> made
                    && made.bootstrapArgsList().size() == 3
                    && made.bootstrapArgsList().get(1) instanceof DynamicConstantDesc<?> madeClass
                    && madeClass.bootstrapArgsList().getLast() instanceof String className
                    && made.bootstrapArgsList().get(2) instanceof String constant) {
                return EnumDesc.of(ClassDesc.of(className), constant);
            }
            return null;
        }

        private Method recordMethod(String name, InvokeDynamicInstruction call) {
            String components = (String) call.bootstrapArgs().get(1);
            String[] names = components.isEmpty() ? new String[0] : components.split(";");
            ClassDesc[] types = new ClassDesc[names.length];
            for (int index = 0; index < names.length; index++) {
                var getter = (java.lang.constant.DirectMethodHandleDesc) call.bootstrapArgs().get(2 + index);
                types[index] = getter.invocationType().returnType();
            }
            return switch (call.name().stringValue()) {
                case "equals" -> new Method(name, call.typeSymbol(), code -> equalsBody(code, names, types));
                case "hashCode" -> new Method(name, call.typeSymbol(), code -> hashCodeBody(code, names, types));
                case "toString" -> new Method(name, call.typeSymbol(), code -> toStringBody(code, names, types));
                default -> null;
            };
        }

        private void equalsBody(CodeBuilder code, String[] names, ClassDesc[] types) {
            Label differs = code.newLabel();
            code.aload(1).instanceOf(owner).ifeq(differs);
            for (int index = 0; index < names.length; index++) {
                code.aload(0).getfield(owner, names[index], types[index]);
                code.aload(1).checkcast(owner).getfield(owner, names[index], types[index]);
                ClassDesc type = types[index];
                if (!type.isPrimitive()) {
                    code.invokestatic(
                            OBJECTS,
                            "equals",
                            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object));
                    code.ifeq(differs);
                } else if (isInt(type)) {
                    code.if_icmpne(differs);
                } else {
                    ClassDesc box = box(type);
                    code.invokestatic(box, "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(differs);
                }
            }
            code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
        }

        private void hashCodeBody(CodeBuilder code, String[] names, ClassDesc[] types) {
            code.iconst_0();
            for (int index = 0; index < names.length; index++) {
                code.bipush(31).imul();
                code.aload(0).getfield(owner, names[index], types[index]);
                ClassDesc type = types[index];
                if (type.isPrimitive()) {
                    code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
                } else {
                    code.invokestatic(
                            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
                }
                code.iadd();
            }
            code.ireturn();
        }

        private void toStringBody(CodeBuilder code, String[] names, ClassDesc[] types) {
            String simple = owner.displayName();
            code.new_(STRING_BUILDER).dup().loadConstant(simple.substring(simple.lastIndexOf('$') + 1) + "[");
            code.invokespecial(
                    STRING_BUILDER,
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
            for (int index = 0; index < names.length; index++) {
                append(code.loadConstant((index == 0 ? "" : ", ") + names[index] + "="), ConstantDescs.CD_String);
                code.aload(0).getfield(owner, names[index], types[index]);
                append(code, types[index]);
            }
            append(code.loadConstant("]"), ConstantDescs.CD_String);
            code.invokevirtual(STRING_BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
        }

        private static void append(CodeBuilder code, ClassDesc type) {
            ClassDesc accepted = ConstantDescs.CD_Object;
            if (type.equals(ConstantDescs.CD_String)) {
                accepted = type;
            } else if (type.isPrimitive()) {
                boolean small = type.equals(ConstantDescs.CD_byte) || type.equals(ConstantDescs.CD_short);
                accepted = small ? ConstantDescs.CD_int : type;
            }
            code.invokevirtual(STRING_BUILDER, "append", MethodTypeDesc.of(STRING_BUILDER, accepted));
        }

        private static boolean isInt(ClassDesc type) {
            return !type.equals(ConstantDescs.CD_long)
                    && !type.equals(ConstantDescs.CD_float)
                    && !type.equals(ConstantDescs.CD_double);
        }

        private static ClassDesc box(ClassDesc type) {
            return switch (type.descriptorString().charAt(0)) {
                case 'Z' -> ConstantDescs.CD_Boolean;
                case 'B' -> ConstantDescs.CD_Byte;
                case 'C' -> ConstantDescs.CD_Character;
                case 'S' -> ConstantDescs.CD_Short;
                case 'J' -> ConstantDescs.CD_Long;
                case 'F' -> ConstantDescs.CD_Float;
                case 'D' -> ConstantDescs.CD_Double;
                default -> ConstantDescs.CD_Integer;
            };
        }
    }
}
