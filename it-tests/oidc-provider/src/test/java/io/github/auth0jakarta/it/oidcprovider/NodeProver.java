package io.github.auth0jakarta.it.oidcprovider;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A process that makes proofs of possession of its own key with a package of Node (RFC 9449, 4), until it is closed. */
final class NodeProver implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final String thumbprint;

    NodeProver() {
        try {
            process = new ProcessBuilder("node", "prover.mjs")
                    .directory(Path.of(System.getProperty("it.provider.home")).toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.outputWriter(StandardCharsets.UTF_8);
        thumbprint = read();
    }

    /** Returns the key's thumbprint (RFC 7638). */
    String thumbprint() {
        return thumbprint;
    }

    /** Returns a proof for a token endpoint, with its nonce. */
    String forTokens(String address, @Nullable String nonce) {
        JsonObjectBuilder request = Json.createObjectBuilder().add("method", "POST");
        if (nonce != null) {
            request.add("nonce", nonce);
        }
        return proof(request.add("address", address));
    }

    /** Returns a proof for a call of an API with this token. */
    String forCall(String method, String address, String token) {
        return proof(Json.createObjectBuilder()
                .add("method", method)
                .add("address", address)
                .add("token", token));
    }

    private String proof(JsonObjectBuilder request) {
        try {
            input.write(request.build().toString());
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read();
    }

    private String read() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("prover.mjs has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
