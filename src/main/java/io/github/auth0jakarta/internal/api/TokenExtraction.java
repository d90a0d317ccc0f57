package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.config.Auth0Config.TokenTransport;
import io.github.auth0jakarta.internal.web.PostedForm;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one access token of a request (RFC 6750, 2): in the header, and in the form or the query where that is allowed;
 * or in a cookie and nowhere else, where {@code mp.jwt.token.header} says so.
 *
 * <p>A token in the query that is not allowed there counts for nothing, unless there is another one: two methods are one too
 * many (RFC 6750, 2), wherever tokens are taken from. A form that tokens are not taken from is not looked at.
 */
public final class TokenExtraction {
    private static final String PARAMETER = "access_token";

    private final TokenTransport allowed;

    public TokenExtraction(TokenTransport allowed) {
        this.allowed = allowed;
    }

    /** Returns what the request brings; the body of anything but a form that tokens are taken from stays unread. */
    public RequestCredentials of(HttpServletRequest request) {
        String cookie = allowed.cookie();
        if (cookie != null) {
            return new TokenCookie(cookie).of(request);
        }
        RequestCredentials header = AuthorizationHeader.of(request);
        List<String> inQuery = inQuery(request.getQueryString());
        List<String> inForm = inForm(request, inQuery.size());
        if (header.isOurs()) {
            return inQuery.isEmpty() && inForm.isEmpty() ? header : RequestCredentials.SEVERAL;
        }
        List<String> found = new ArrayList<>(inForm);
        if (allowed.queryAllowed()) {
            found.addAll(inQuery);
        } else if (!inForm.isEmpty() && !inQuery.isEmpty()) {
            return RequestCredentials.SEVERAL;
        }
        return found.isEmpty() ? header : parameter(found);
    }

    /** A token that comes as a parameter is a bearer token: RFC 9449, 7.1 knows the header only. */
    private static RequestCredentials parameter(List<String> found) {
        if (found.size() > 1) {
            return RequestCredentials.SEVERAL;
        }
        String token = found.get(0);
        if (token.isEmpty()) {
            return RequestCredentials.empty(AuthenticationScheme.BEARER);
        }
        return AuthorizationHeader.isToken(token)
                ? RequestCredentials.token(AuthenticationScheme.BEARER, token)
                : RequestCredentials.malformed(AuthenticationScheme.BEARER);
    }

    /**
     * The container reads the form, so that the application still finds its fields; it puts those of the query first (Servlet,
     * 3.1), and they are not the form's.
     */
    private List<String> inForm(HttpServletRequest request, int inQuery) {
        if (!allowed.formAllowed() || !request.getMethod().equals("POST") || !PostedForm.isForm(request)) {
            return List.of();
        }
        String[] values = request.getParameterValues(PARAMETER);
        return values == null
                ? List.of()
                : Arrays.asList(values).subList(Math.min(inQuery, values.length), values.length);
    }

    /** Reads the text itself; other parameters may come as often and as malformed as the application likes. */
    private static List<String> inQuery(@Nullable String query) {
        List<String> values = new ArrayList<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (decoded(equals < 0 ? pair : pair.substring(0, equals)).equals(PARAMETER)) {
                    values.add(decoded(equals < 0 ? "" : pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
