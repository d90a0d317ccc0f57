package io.github.auth0jakarta.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as no browser sends it: method, request target and headers are written as they are given. */
public final class RawRequest {
    private static final int TIMEOUT_MILLIS = 30_000;

    private RawRequest() {}

    /**
     * Sends a GET to the server of this address and returns all of the answer.
     *
     * @param target the request target (RFC 9112, 3.2)
     * @param headers whole header lines
     */
    public static String send(URI server, String target, List<String> headers) {
        return send(server, "GET", target, headers);
    }

    /**
     * Sends a request without a body to the server of this address and returns all of the answer.
     *
     * @param target the request target (RFC 9112, 3.2)
     * @param headers whole header lines
     */
    public static String send(URI server, String method, String target, List<String> headers) {
        String request = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + target, e);
        }
    }
}
