package io.github.auth0jakarta.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer, read to its end.
 *
 * @param headers by name, which is found in any case
 * @param body the bytes, not copied
 * @param retryAfter for how long the provider wants no further request, null where it said nothing usable
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpAnswer(
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        @Nullable Duration retryAfter) {

    /** Returns the values of a header, in the order in which they came. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Returns the only value of a header; empty where there is none or more than one. */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Returns the media type without parameters, in lower case, empty where there was none. */
    public String contentType() {
        String value = header("Content-Type").orElse("");
        int parameters = value.indexOf(';');
        String type = parameters < 0 ? value : value.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the provider says that the body is JSON. */
    public boolean isJson() {
        String type = contentType();
        return type.equals("application/json") || type.endsWith("+json");
    }

    @Override
    public String toString() {
        return "HttpAnswer[status=" + status + ", contentType=" + contentType() + ", " + body.length + " bytes]";
    }
}
