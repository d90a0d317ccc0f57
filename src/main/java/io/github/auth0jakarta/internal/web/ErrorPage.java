package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.Auth0ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees when a login fails: a sentence, the code for whoever helps, and a way to go on.
 *
 * <p>Nothing that came with the request is on the page.
 */
public final class ErrorPage {
    private static final String NOT_LOGGED_IN = "You are not logged in";

    private ErrorPage() {}

    /** Where the page leads, by a link and, where it goes there by itself, after a second. */
    private record Way(String address, String text, boolean byItself) {

        private String refresh() {
            return byItself ? "<meta http-equiv=\"refresh\" content=\"1;url=" + HtmlPage.escaped(address) + "\">" : "";
        }

        private String link() {
            return HtmlPage.link(address, text);
        }
    }

    /**
     * Answers with the page.
     *
     * @param again where a new login begins, null where none can
     */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, @Nullable String again)
            throws IOException {
        send(request, response, code, NOT_LOGGED_IN, again == null ? null : new Way(again, "Log in again", false));
    }

    /** Answers with the page, from which the login begins anew by itself; without an address it is the usual one. */
    public static void sendRestarting(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, @Nullable String again)
            throws IOException {
        send(request, response, code, NOT_LOGGED_IN, again == null ? null : new Way(again, "Log in again", true));
    }

    /** Answers somebody who is logged in all the same, with a page that goes on by itself. */
    public static void sendLoggedIn(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, @Nullable String place)
            throws IOException {
        send(request, response, code, "You are logged in", place == null ? null : new Way(place, "Go on", true));
    }

    /** Answers somebody who need not be logged in, with a page that goes on by itself. */
    public static void sendGoingOn(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, String place)
            throws IOException {
        send(request, response, code, NOT_LOGGED_IN, new Way(place, "Go on", true));
    }

    /** Answers with a page that says what has happened and what may be the cause, and leads nowhere. */
    public static void sendWithCause(HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code)
            throws IOException {
        String causes = "<p>" + HtmlPage.escaped(code.meaning()) + "</p><p>" + HtmlPage.escaped(code.cure()) + "</p>";
        HtmlPage.send(request, response, code.status(), NOT_LOGGED_IN, "", sentence(code) + causes);
    }

    /** Answers somebody who is logged in and still may not see what was asked for, with a page that leads nowhere. */
    public static void sendDenied(HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code)
            throws IOException {
        String content = "<p>" + HtmlPage.escaped(code.meaning()) + " <code>" + code.text() + "</code></p>";
        HtmlPage.send(request, response, code.status(), "You may not see this page", "", content);
    }

    /**
     * Answers somebody whose account was not connected, with a page that leads back.
     *
     * @param place where the connection was begun; null for a page that leads nowhere
     */
    public static void sendNotConnected(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, @Nullable String place)
            throws IOException {
        String content = "<p>The connection could not be completed: <code>" + code.text() + "</code></p>";
        HtmlPage.send(
                request,
                response,
                code.status(),
                "The account is not connected",
                "",
                content + (place == null ? "" : HtmlPage.link(place, "Go back")));
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Auth0ErrorCode code,
            String title,
            @Nullable Way way)
            throws IOException {
        HtmlPage.send(
                request,
                response,
                code.status(),
                title,
                way == null ? "" : way.refresh(),
                sentence(code) + (way == null ? "" : way.link()));
    }

    private static String sentence(Auth0ErrorCode code) {
        return "<p>The login could not be completed: <code>" + code.text() + "</code></p>";
    }
}
