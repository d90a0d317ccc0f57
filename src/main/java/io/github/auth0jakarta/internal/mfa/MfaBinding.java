package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.session.SessionData;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a demand for a second factor came up, and alone can be met.
 *
 * @param digest of what names it
 */
record MfaBinding(Kind kind, String digest) {

    /** What it is bound to. */
    enum Kind {
        SESSION,
        BROWSER
    }

    /** Returns the binding to a session and its user. */
    static MfaBinding toSession(SessionData session) {
        return new MfaBinding(
                Kind.SESSION, digest(session.id() + " " + session.login().subject()));
    }

    /** Returns the binding to a browser without a session. */
    static MfaBinding toBrowser(String secretOfBrowser) {
        return new MfaBinding(Kind.BROWSER, digest(secretOfBrowser));
    }

    static @Nullable MfaBinding of(@Nullable Object kind, @Nullable Object digest) {
        if (!(digest instanceof String text)) {
            return null;
        }
        for (Kind known : Kind.values()) {
            if (known.name().equals(kind)) {
                return new MfaBinding(known, text);
            }
        }
        return null;
    }

    private static String digest(String text) {
        return Base64Url.encode(Sha256.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says the kind only. */
    @Override
    public String toString() {
        return "MfaBinding[" + kind + "]";
    }
}
