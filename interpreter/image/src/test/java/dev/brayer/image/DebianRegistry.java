package dev.brayer.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The registry that everybody runs (distribution, Debian's docker-registry), on a free port of
/// this machine.
final class DebianRegistry implements AutoCloseable {
    private final Process process;
    private final String address;

    private DebianRegistry(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static DebianRegistry start(Path folder) throws IOException {
        return start(folder, null);
    }

    /// @param passwords a line of an htpasswd file (bcrypt), `null` to let everybody in
    static DebianRegistry start(Path folder, @Nullable String passwords) throws IOException {
        String program = Tool.require("docker-registry");
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        Files.createDirectories(folder);
        Path configuration = folder.resolve("config.yml");
        Files.writeString(
                configuration,
                """
                version: 0.1
                log: { level: warn, formatter: text }
                storage: { filesystem: { rootdirectory: %s } }
                http: { addr: "127.0.0.1:%d", secret: test }
                """
                        .formatted(folder.resolve("data"), port));
        if (passwords != null) {
            Path file = folder.resolve("passwords");
            Files.writeString(file, passwords + "\n");
            Files.writeString(
                    configuration,
                    "auth: { htpasswd: { realm: test, path: " + file + " } }\n",
                    StandardOpenOption.APPEND);
        }
        Process process =
                new ProcessBuilder(program, "serve", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        DebianRegistry registry = new DebianRegistry(process, "localhost:" + port);
        registry.awaitListening(port);
        return registry;
    }

    private void awaitListening(int port) throws IOException {
        while (process.isAlive()) {
            try (java.net.Socket socket =
                    new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (java.net.ConnectException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("docker-registry ended");
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
