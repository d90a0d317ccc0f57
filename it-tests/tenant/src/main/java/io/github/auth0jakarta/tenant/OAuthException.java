package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request is refused with an OAuth error; the endpoint decides whether that becomes JSON, a page or a redirect. */
class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorObject error;

    OAuthException(ErrorObject error, String description) {
        super(error.getCode() + ": " + description);
        this.error = withStatus(error).setDescription(ErrorObject.removeIllegalChars(description));
    }

    /** The SDK's constants say 302, or nothing, where it expects a redirect; whether there is one is the endpoint's matter. */
    private static ErrorObject withStatus(ErrorObject error) {
        return error.getHTTPStatusCode() < 400 ? error.setHTTPStatusCode(400) : error;
    }

    ErrorObject error() {
        return error;
    }

    /** The JSON of the answer (RFC 6749 section 5.2), to be added to. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error", error.getCode());
        json.put("error_description", error.getDescription());
        return json;
    }
}
