package dev.brayer.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry that answers what a test says, and remembers what it was asked.
final class ScriptedRegistry implements AutoCloseable {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch testEnded = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    ScriptedRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
    }

    String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    /// Each request so far: its method, its path and its credentials.
    List<String> asked() {
        return asked;
    }

    void answer(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + authorization);
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    static void send(HttpExchange exchange, int status, Map<String, String> headers, byte[] content)
            throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }

    static void send(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, Map.of(), new byte[0]);
    }

    /// For an answer that does not come: waits until the test is over.
    void neverAnswer() {
        try {
            testEnded.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        testEnded.countDown();
        server.stop(0);
        workers.close();
    }
}
