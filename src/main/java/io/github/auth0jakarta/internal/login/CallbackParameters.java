package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.web.PostedForm;
import io.github.auth0jakarta.internal.web.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads the authorization response of a request to the callback route. */
final class CallbackParameters {
    private CallbackParameters() {}

    /**
     * Returns the parameters in the query of a GET, or in the form that was posted; never in both.
     *
     * @throws LoginException {@code login.response_malformed}
     */
    static Query of(HttpServletRequest request) throws IOException {
        Query parameters = request.getMethod().equals("POST")
                ? PostedForm.read(request).parameters()
                : Query.parse(request.getQueryString());
        if (parameters == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "the parameters cannot be read");
        }
        return parameters;
    }
}
