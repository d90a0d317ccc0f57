package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a form in the body of a request, at most 64 KiB of it.
 *
 * @param status what to answer where the body is refused, else 200
 * @param parameters null where the body is refused
 */
public record PostedForm(int status, @Nullable Query parameters) {
    private static final int LONGEST = 64 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    /** Reads the body, but no more of it than the limit. */
    public static PostedForm read(HttpServletRequest request) throws IOException {
        if (!isForm(request)) {
            return refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.getContentLengthLong() > LONGEST) {
            return refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        Query parameters = Query.parseForm(new String(body, StandardCharsets.US_ASCII));
        return parameters == null
                ? refused(HttpServletResponse.SC_BAD_REQUEST)
                : new PostedForm(HttpServletResponse.SC_OK, parameters);
    }

    private static PostedForm refused(int status) {
        return new PostedForm(status, null);
    }

    /** Returns whether the body is said to be a form; reads nothing of it. */
    public static boolean isForm(HttpServletRequest request) {
        String contentType = request.getContentType();
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
        return "PostedForm[status=" + status + "]";
    }
}
