package io.github.auth0jakarta.internal.json;

/**
 * A text that is not the strict JSON object that was expected.
 *
 * <p>It has neither the text nor the parser's exception as its cause, because that one quotes its input, which may be a
 * token or a session.
 */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String reason) {
        super(reason);
    }
}
