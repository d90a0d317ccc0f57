package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The frame of the library's own pages, which load nothing, are framed by nobody and stay out of caches. */
final class HtmlPage {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto 0;max-width:32em;padding:0 1em;color:#1b1f24;"
                    + "background:#fff}code{background:#eef1f4;border-radius:4px;padding:.15em .4em}a{color:#0b5cad}"
                    + "@media(prefers-color-scheme:dark){body{color:#e6e9ed;background:#14171a}"
                    + "code{background:#262b31}a{color:#7fb8f0}}";
    private static final String STYLE_HASH = sha256(STYLE);

    private HtmlPage() {}

    /**
     * Answers with a page without a script.
     *
     * @param head what stands in the head beside the usual
     */
    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String title,
            String head,
            String content)
            throws IOException {
        send(request, response, status, title, head, content, null);
    }

    /**
     * Answers with a page.
     *
     * @param scriptNonce what its scripts have, null where it has none
     */
    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String title,
            String head,
            String content,
            @Nullable String scriptNonce)
            throws IOException {
        Answers.noStore(request, response);
        String scripts = scriptNonce == null ? "" : " script-src 'nonce-" + scriptNonce + "';";
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'sha256-" + STYLE_HASH + "';" + scripts
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        Answers.body(
                response,
                status,
                "text/html",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + "</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\">" + head + "<style>" + STYLE
                        + "</style></head><body><h1>" + title + "</h1>" + content + "</body></html>");
    }

    static String link(String address, String text) {
        return "<p><a href=\"" + escaped(address) + "\">" + text + "</a></p>";
    }

    /** Returns the text as it may stand in an element or in a quoted attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
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
