package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.Auth0ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * The end of a login in a window of its own: tells the page that opened it whether it succeeded, and closes.
 *
 * <p>The message is for pages of the application's own origin only, and says nothing about the caller; there is a link for
 * a window that nobody opened.
 */
public final class PopupPage {
    private PopupPage() {}

    /**
     * Answers that the login succeeded.
     *
     * @param place an absolute address of the application, where the link leads
     * @param nonce a new random value
     */
    public static void succeeded(
            HttpServletRequest request, HttpServletResponse response, String baseUrl, String place, String nonce)
            throws IOException {
        String script = script("{\"type\":\"auth0:login\",\"success\":true}", origin(baseUrl), nonce);
        HtmlPage.send(
                request,
                response,
                HttpServletResponse.SC_OK,
                "You are logged in",
                "",
                HtmlPage.link(place, "Go on") + script,
                nonce);
    }

    /** Answers that the login failed. */
    public static void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            String baseUrl,
            Auth0ErrorCode code,
            String place,
            String nonce)
            throws IOException {
        String message = "{\"type\":\"auth0:login\",\"success\":false,\"error\":{\"code\":\"" + code.text() + "\"}}";
        HtmlPage.send(
                request,
                response,
                code.status(),
                "You are not logged in",
                "",
                "<p>The login could not be completed: <code>" + code.text() + "</code></p>"
                        + HtmlPage.link(place, "Go on") + script(message, origin(baseUrl), nonce),
                nonce);
    }

    private static String origin(String baseUrl) {
        return Origin.of(URI.create(baseUrl)).text();
    }

    /** What a script has within quotes ends neither the text nor the script. */
    private static String script(String message, String origin, String nonce) {
        return "<script nonce=\"" + nonce + "\">if(window.opener){window.opener.postMessage(" + unclosing(message)
                + ",\"" + unclosing(origin) + "\");window.close()}</script>";
    }

    private static String unclosing(String text) {
        return text.replace("<", "\\u003c");
    }
}
