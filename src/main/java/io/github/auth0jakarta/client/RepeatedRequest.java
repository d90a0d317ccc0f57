package io.github.auth0jakarta.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sends a request once more with other headers, and has its answer stand for the first one. */
final class RepeatedRequest {
    /** Of the message, not of the request: the client writes them itself. */
    private static final Set<String> OF_MESSAGE = Set.of(
            "content-type", "content-length", "content-encoding", "content-language", "transfer-encoding", "host");

    private static final int MOST_DRAINED = 64 * 1024;

    private RepeatedRequest() {}

    /** Returns whether what the request sends can be written a second time; parts of a form may have streams of their own. */
    static boolean isPossible(ClientRequestContext request) {
        Object entity = request.getEntity();
        if (entity instanceof InputStream || entity instanceof Reader || entity instanceof StreamingOutput) {
            return false;
        }
        MediaType type = request.getMediaType();
        return type == null || !type.getType().equalsIgnoreCase("multipart");
    }

    /**
     * Sends it.
     *
     * @param headers what is different this time
     * @param answer of the first attempt; has status, headers and entity of the second one afterwards
     */
    static void send(ClientRequestContext request, Map<String, String> headers, ClientResponseContext answer)
            throws IOException {
        drain(answer);
        Response second = invocation(request, headers).invoke();
        answer.setStatusInfo(second.getStatusInfo());
        MultivaluedMap<String, String> answerHeaders = answer.getHeaders();
        answerHeaders.clear();
        answerHeaders.putAll(second.getStringHeaders());
        answer.setEntityStream(new Body(second));
    }

    private static Invocation invocation(ClientRequestContext request, Map<String, String> headers) {
        Invocation.Builder builder =
                request.getClient().target(request.getUri()).request();
        request.getHeaders().forEach((name, values) -> {
            if (!OF_MESSAGE.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        // Null takes away what has been added above.
        headers.forEach((name, value) -> builder.header(name, null).header(name, value));
        request.getPropertyNames().forEach(name -> builder.property(name, request.getProperty(name)));
        return request.hasEntity()
                ? builder.build(request.getMethod(), entity(request))
                : builder.build(request.getMethod());
    }

    private static Entity<?> entity(ClientRequestContext request) {
        Variant variant = new Variant(
                request.getMediaType(), request.getLanguage(), request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        Object entity = new GenericEntity<>(request.getEntity(), request.getEntityType());
        return Entity.entity(entity, variant, request.getEntityAnnotations());
    }

    /** The connection is free for the second attempt only after the first answer has been read. */
    private static void drain(ClientResponseContext answer) throws IOException {
        if (answer.hasEntity()) {
            try (InputStream stream = answer.getEntityStream()) {
                stream.readNBytes(MOST_DRAINED);
            }
        }
    }

    /** Keeps the response that it belongs to, which some clients close when nobody has it any more. */
    private static final class Body extends FilterInputStream {
        private final Response response;

        Body(Response response) {
            super(response.hasEntity() ? response.readEntity(InputStream.class) : InputStream.nullInputStream());
            this.response = response;
        }

        @Override
        public void close() throws IOException {
            try (response) {
                super.close();
            }
        }
    }
}
