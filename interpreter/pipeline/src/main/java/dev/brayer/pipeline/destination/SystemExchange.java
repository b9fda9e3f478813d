package dev.brayer.pipeline.destination;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// The exchange that the operating system offers: `renameat2` of Linux, `renamex_np` of macOS. Java
/// has no method for it, so the C library is called.
final class SystemExchange implements FolderExchange {
    /// Linux: a relative path would be looked up from the working folder. Ours are absolute.
    private static final int AT_FDCWD = -100;

    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    private static final FolderExchange FOUND = find();

    private final Call call;

    private interface Call {
        int with(MemorySegment one, MemorySegment other) throws Throwable;
    }

    private SystemExchange(Call call) {
        this.call = call;
    }

    /// That of the system that this runs on, [FolderExchange#NONE] where it has none.
    static FolderExchange get() {
        return FOUND;
    }

    private static FolderExchange find() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        Optional<MemorySegment> linux = library.find("renameat2");
        if (linux.isPresent()) {
            MethodHandle handle =
                    handle(
                            linker,
                            linux.get(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            return new SystemExchange((one, other) ->
                    (int) handle.invokeExact(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE));
        }
        Optional<MemorySegment> macos = library.find("renamex_np");
        if (macos.isPresent()) {
            MethodHandle handle =
                    handle(
                            linker,
                            macos.get(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            return new SystemExchange(
                    (one, other) -> (int) handle.invokeExact(one, other, RENAME_SWAP));
        }
        return NONE;
    }

    @SuppressWarnings("restricted") // the two signatures are those of the systems' manuals
    private static MethodHandle handle(
            Linker linker, MemorySegment function, FunctionDescriptor descriptor) {
        return linker.downcallHandle(function, descriptor);
    }

    @Override
    public boolean exchange(Path one, Path other) {
        try (Arena arena = Arena.ofConfined()) {
            return call.with(
                            arena.allocateFrom(one.toString()),
                            arena.allocateFrom(other.toString()))
                    == 0;
        } catch (RuntimeException | Error bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a call of the C library threw", impossible);
        }
    }
}
