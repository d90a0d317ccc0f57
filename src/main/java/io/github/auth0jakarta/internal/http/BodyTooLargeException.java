package io.github.auth0jakarta.internal.http;

import java.io.IOException;

/** An answer's body is longer than the limit. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
}
