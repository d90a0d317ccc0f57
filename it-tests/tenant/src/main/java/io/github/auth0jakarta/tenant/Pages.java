package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.Base64;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The frame of the tenant's pages: no script, no resource from elsewhere, not cached, not framed. */
final class Pages {

    private static final String STYLE = """
            :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eceff4; color: #1f2933; }
            main { width: min(24rem, 90vw); box-sizing: border-box; background: #fff; padding: 2rem; border-radius: .75rem;
                   box-shadow: 0 10px 30px rgb(31 41 51 / 12%); }
            h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
            p { margin: 0 0 1.25rem; color: #52606d; }
            label { display: block; font-size: .85rem; font-weight: 600; margin-bottom: 1rem; }
            input { display: block; width: 100%; box-sizing: border-box; margin-top: .3rem; padding: .6rem .7rem; font: inherit; font-weight: 400;
                    border: 1px solid #9aa5b1; border-radius: .4rem; }
            button { width: 100%; padding: .65rem; font: inherit; font-weight: 600; border: 0; border-radius: .4rem; cursor: pointer;
                     background: #1d4ed8; color: #fff; }
            button.plain { margin-top: .5rem; background: none; color: #52606d; }
            input:focus-visible, button:focus-visible { outline: 3px solid #93b4fd; outline-offset: 1px; }
            .error { padding: .6rem .8rem; border-radius: .4rem; background: #fde8e8; color: #9b1c1c; }
            small { display: block; margin-top: 1.25rem; color: #616e7c; }
            """;

    /** No form-action: browsers apply it to the redirect that follows the form, which goes to the application. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SUBMIT = "document.forms[0].submit()";

    private Pages() {}

    /** A page whose body is HTML already. */
    static Response page(int status, String title, String body) {
        String html = String.format(Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """, escape(title), STYLE, escape(title), body);
        return Response.of(status, "text/html; charset=utf-8", html)
                .withHeader("Cache-Control", Response.NO_STORE)
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("Referrer-Policy", "same-origin")
                .withHeader("X-Content-Type-Options", "nosniff");
    }

    /** A page that posts parameters to the client by itself (OAuth 2.0 Form Post Response Mode). */
    static Response formPost(String target, Map<String, String> parameters) {
        String fields = parameters.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">",
                        escape(entry.getKey()),
                        escape(entry.getValue())))
                .collect(Collectors.joining("\n"));
        String body = String.format(Locale.ROOT, """
                <form method="post" action="%s">
                %s
                <button type="submit">Continue</button>
                </form>
                <script>%s</script>
                """, escape(target), fields, SUBMIT);
        return page(200, "Back to the application", body)
                .withHeader("Content-Security-Policy", POLICY + "; script-src 'sha256-" + sha256(SUBMIT) + "'");
    }

    /** An error that cannot be told to the client, because it is not clear who that is. */
    static Response error(OAuthException e) {
        String body = String.format(
                Locale.ROOT, """
                <p class="error"><code id="error">%s</code></p>
                <p id="error_description">%s</p>
                """, escape(e.error().getCode()), escape(e.error().getDescription()));
        return page(e.error().getHTTPStatusCode(), "This request was refused", body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            return Base64.encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
