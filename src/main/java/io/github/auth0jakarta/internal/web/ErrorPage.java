package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.Auth0ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees when a login fails: a sentence, the code for whoever helps, and a way to try again.
 *
 * <p>Nothing that came with the request is on the page.
 */
public final class ErrorPage {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto 0;max-width:32em;padding:0 1em;color:#1b1f24;"
                    + "background:#fff}code{background:#eef1f4;border-radius:4px;padding:.15em .4em}a{color:#0b5cad}"
                    + "@media(prefers-color-scheme:dark){body{color:#e6e9ed;background:#14171a}"
                    + "code{background:#262b31}a{color:#7fb8f0}}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ErrorPage() {}

    /**
     * Answers with the page.
     *
     * @param again where a new login begins, null where none can
     */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code, @Nullable String again)
            throws IOException {
        Answers.noStore(request, response);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        String link = again == null ? "" : "<p><a href=\"" + again + "\">Log in again</a></p>";
        Answers.body(
                response,
                code.status(),
                "text/html",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Login failed</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head>"
                        + "<body><h1>You are not logged in</h1><p>The login could not be completed: <code>"
                        + code.text() + "</code></p>" + link + "</body></html>");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
