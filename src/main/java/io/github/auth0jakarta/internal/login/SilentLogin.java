package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks an anonymous browser up at the provider, once, when it comes to the application.
 *
 * <p>A cookie without {@code Max-Age} remembers that it was. A browser that takes no cookies is looked up only when it comes
 * from elsewhere, so its clicks within the application do not go round by the provider.
 */
public final class SilentLogin {
    private static final Logger LOGGER = System.getLogger(SilentLogin.class.getName());

    private final LoginStart start;
    private final CookieAttributes attributes;
    private final String name;
    private final String sessionCookie;

    /**
     * @param attributes of a cookie that is not persistent
     * @param sessionCookie the name of the session cookie, as it is or with chunk numbers behind it
     */
    public SilentLogin(LoginStart start, CookieAttributes attributes, String sessionCookie) {
        this.start = start;
        this.attributes = attributes;
        this.name = attributes.nameOf("__silent");
        this.sessionCookie = sessionCookie;
    }

    private String marker() {
        return attributes.set(name, "1", Duration.ZERO);
    }

    /** Returns whether the request was answered by sending the browser to the provider. */
    public boolean looksUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestCookies cookies = RequestCookies.of(request.getCookies());
        if (cookies.first(name).isPresent() || !isPage(request)) {
            return false;
        }
        if (!cookies.namesBeginningWith(sessionCookie).isEmpty()) {
            // Known already: after a logout it is not logged in again by itself.
            Answers.setCookies(request, response, List.of(marker()));
            return false;
        }
        if (!isFromElsewhere(request.getHeader("Sec-Fetch-Site"))) {
            return false;
        }
        Answers.setCookies(request, response, List.of(marker()));
        URI provider;
        try {
            provider = start.begin(
                    request,
                    response,
                    start.here(request, LoginOptions.defaults().silent()));
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "A silent login could not begin: {0}", e.getMessage());
            return false;
        }
        Answers.redirect(request, response, provider.toString());
        return true;
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && RequestKind.of(request) == RequestKind.NAVIGATION
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && request.getHeader("Authorization") == null;
    }

    private static boolean isFromElsewhere(@Nullable String site) {
        return site != null && !site.equals("same-origin");
    }
}
