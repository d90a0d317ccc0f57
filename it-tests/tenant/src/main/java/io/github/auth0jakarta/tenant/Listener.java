package io.github.auth0jakarta.tenant;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The socket of the tenant: loopback only, one handler for everything, can go offline and come back on the same port. */
final class Listener implements AutoCloseable {

    static {
        // The JDK's server sends headers and body apart; with Nagle's algorithm every answer would wait for a delayed
        // ACK.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(Listener::thread);
    private final int port;
    private HttpServer server;
    private boolean online;
    private @Nullable Exchanges exchanges;

    Listener(int port) {
        this.server = bind(port);
        this.port = server.getAddress().getPort();
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    synchronized void start(Router router, RequestLog log) {
        exchanges = new Exchanges(origin(), router, log);
        open();
    }

    synchronized void goOffline() {
        if (online) {
            server.stop(0);
            online = false;
        }
    }

    synchronized void goOnline() {
        if (!online) {
            server = bind(port);
            open();
        }
    }

    private void open() {
        Exchanges handler = exchanges;
        if (handler == null) {
            throw new IllegalStateException("not started");
        }
        server.createContext("/", handler::handle);
        server.setExecutor(threads);
        server.start();
        online = true;
    }

    @Override
    public synchronized void close() {
        goOffline();
        threads.shutdownNow();
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tenant");
        thread.setDaemon(true);
        return thread;
    }
}
