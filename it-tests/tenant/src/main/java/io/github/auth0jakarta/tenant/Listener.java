package io.github.auth0jakarta.tenant;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A socket of the tenant, with or without TLS: loopback only, one handler for everything, can go offline and come back on the same port. */
final class Listener implements AutoCloseable {

    static {
        // The JDK's server sends headers and body apart; with Nagle's algorithm every answer would wait for a delayed
        // ACK.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(Listener::thread);
    private final @Nullable SSLContext tls;
    private final int port;
    private HttpServer server;
    private boolean online;
    private @Nullable Exchanges exchanges;

    Listener(int port, @Nullable SSLContext tls) {
        this.tls = tls;
        this.server = bind(port, tls);
        this.port = server.getAddress().getPort();
    }

    int port() {
        return port;
    }

    String origin() {
        return (tls == null ? "http" : "https") + "://localhost:" + port;
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
            server = bind(port, tls);
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

    private static HttpServer bind(int port, @Nullable SSLContext tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return tls == null ? HttpServer.create(address, 0) : secure(HttpsServer.create(address, 0), tls);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    private static HttpServer secure(HttpsServer server, SSLContext tls) {
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                // Wanted, not needed: whoever has none is to hear invalid_client.
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tenant");
        thread.setDaemon(true);
        return thread;
    }
}
