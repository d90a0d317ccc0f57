package io.github.auth0jakarta.tenant;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells the clients of a session that it has ended (OpenID Connect Back-Channel Logout 1.0 section 2.5), without making the browser wait. */
final class LogoutSender implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 5000;

    private final ExecutorService threads = Executors.newCachedThreadPool(LogoutSender::thread);
    private final LogoutDeliveries deliveries = new LogoutDeliveries();
    private final Directory directory;
    private final Tokens tokens;
    private final Hooks hooks;

    LogoutSender(Directory directory, Tokens tokens, Hooks hooks) {
        this.directory = directory;
        this.tokens = tokens;
        this.hooks = hooks;
    }

    LogoutDeliveries deliveries() {
        return deliveries;
    }

    void ended(SsoSession session) {
        for (String clientId : session.clients()) {
            Client client = directory.client(clientId);
            if (client != null && client.backchannelLogoutUri() != null) {
                URI uri = URI.create(client.backchannelLogoutUri());
                TokenBuilder token = tokens.logoutToken(session.sub(), clientId, session.sid());
                String signed = hooks.logoutToken(token).sign();
                threads.execute(() -> deliveries.add(new LogoutDelivery(clientId, session.sid(), send(uri, signed))));
            }
        }
    }

    /** Returns the status of the answer, 0 when there was none. */
    private static int send(URI uri, String token) {
        byte[] form = ("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            // With a fixed length the JDK does not repeat the POST by itself when the connection breaks.
            connection.setFixedLengthStreamingMode(form.length);
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            // An application that restarts on its port must not be met by a connection of its former life.
            connection.setRequestProperty("Connection", "close");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(form);
            }
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tenant-logout");
        thread.setDaemon(true);
        return thread;
    }
}
