package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pushed authorization request endpoint (RFC 9126, 2). */
public final class PushedAuthorization {
    private final ClientRequests requests;
    private final JsonAnswers answers;

    public PushedAuthorization(ClientRequests requests, JsonAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Pushes an authorization request and returns the {@code request_uri} that stands for it, once.
     *
     * @param parameters without {@code client_id}
     */
    String push(FormBody parameters) {
        URI address = requests.endpoints().pushedAuthorizationRequest();
        if (address == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_METADATA_INVALID,
                    "metadata: pushed_authorization_request_endpoint is missing",
                    200,
                    null);
        }
        return requestUri(requests.postWithProof(address, withClientId(parameters)));
    }

    /** RFC 9126, 2.1: it is a parameter of the request, even where the client is named in a header. */
    private FormBody withClientId(FormBody parameters) {
        ClientAuthentication authentication = requests.authentication();
        return authentication.isClientIdInForm()
                ? parameters
                : parameters.copy().add("client_id", authentication.clientId());
    }

    /** RFC 9126, 2.2, with 200 beside 201, which some providers answer. */
    private String requestUri(HttpAnswer answer) {
        Map<String, Object> members = answers.tryObject(answer);
        if (answer.status() != 201 && answer.status() != 200) {
            throw refused(answer, members == null ? null : OAuthErrors.valid(members.get("error")));
        }
        if (members != null
                && members.get("request_uri") instanceof String requestUri
                && !requestUri.isBlank()
                && members.get("expires_in") instanceof Long seconds
                && seconds > 0) {
            return requestUri;
        }
        throw refused(answer, null);
    }

    private static AuthorizationServerException refused(HttpAnswer answer, @Nullable String error) {
        String message = "the provider answered " + answer.status() + (error == null ? "" : " " + error);
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_PUSHED_AUTHORIZATION_REFUSED,
                message,
                answer.status(),
                error,
                answer.retryAfter());
    }
}
