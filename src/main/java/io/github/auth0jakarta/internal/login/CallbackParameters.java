package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.web.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the authorization response of a request to the callback route. */
final class CallbackParameters {
    private static final int LONGEST_FORM = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private CallbackParameters() {}

    /**
     * Returns the parameters in the query of a GET, or in the form that was posted; never in both.
     *
     * @throws LoginException {@code login.response_malformed}
     */
    static Query of(HttpServletRequest request) throws IOException {
        Query parameters = request.getMethod().equals("POST") ? form(request) : Query.parse(request.getQueryString());
        if (parameters == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "the parameters cannot be read");
        }
        return parameters;
    }

    private static @Nullable Query form(HttpServletRequest request) throws IOException {
        if (!isForm(request.getContentType()) || request.getContentLengthLong() > LONGEST_FORM) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_FORM + 1);
        return body.length > LONGEST_FORM ? null : Query.parseForm(new String(body, StandardCharsets.UTF_8));
    }

    private static boolean isForm(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT).equals(FORM);
    }
}
