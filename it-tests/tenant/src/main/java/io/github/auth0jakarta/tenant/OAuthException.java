package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A request is refused with an OAuth error; the endpoint decides whether that becomes JSON, a page or a redirect. */
final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorObject error;

    OAuthException(ErrorObject error, String description) {
        super(error.getCode() + ": " + description);
        this.error = error.setDescription(ErrorObject.removeIllegalChars(description));
    }

    ErrorObject error() {
        return error;
    }
}
