package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object in the body of a request, at most 32 KiB of it.
 *
 * @param status what to answer where the body is refused, else 200
 * @param members null where the body is refused
 */
public record PostedJson(int status, @Nullable Map<String, @Nullable Object> members) {
    private static final int LONGEST = 32 * 1024;
    private static final String TYPE = "application/json";

    /** Reads the body, but no more of it than the limit. */
    public static PostedJson read(HttpServletRequest request, StrictJson json) throws IOException {
        if (!isJson(request.getContentType())) {
            return refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.getContentLengthLong() > LONGEST) {
            return refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        try {
            return new PostedJson(HttpServletResponse.SC_OK, json.readObject(body));
        } catch (MalformedJsonException e) {
            return refused(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static PostedJson refused(int status) {
        return new PostedJson(status, null);
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT).equals(TYPE);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "PostedJson[status=" + status + "]";
    }
}
