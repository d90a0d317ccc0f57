package io.github.auth0jakarta.internal.http;

import java.util.Locale;

/**
 * An answer, read to its end.
 *
 * @param contentType the media type without parameters, in lower case, empty where there was none
 * @param body the bytes, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpAnswer(int status, String contentType, byte[] body) {

    static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the provider says that the body is JSON. */
    public boolean isJson() {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }

    @Override
    public String toString() {
        return "HttpAnswer[status=" + status + ", contentType=" + contentType + ", " + body.length + " bytes]";
    }
}
