package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Auth0's authentication API: addresses below the tenant's that no metadata name, which take JSON.
 *
 * <p>What it refuses gets a code of the area it belongs to; what is wrong with the client or the provider keeps its own.
 */
public final class AuthenticationApi {
    private static final Set<Auth0ErrorCode> REFUSALS =
            Set.of(Auth0ErrorCode.SERVER_ERROR_RESPONSE, Auth0ErrorCode.SERVER_INVALID_GRANT);

    private final String base;
    private final ClientRequests requests;
    private final JsonAnswers answers;

    /**
     * @param issuer of the tenant
     * @param requests of this client at the token endpoint
     */
    public AuthenticationApi(String issuer, ClientRequests requests, JsonAnswers answers) {
        this.base = issuer.endsWith("/") ? issuer : issuer + "/";
        this.requests = requests.ofAuthenticationApi();
        this.answers = answers;
    }

    /** Sends an object as the client that this is, and wants no answer but a success. */
    void send(String path, Map<String, Object> members, Map<String, String> headers, Auth0ErrorCode refused) {
        refusedAs(refused, () -> {
            answers.requireSuccess(requests.postJson(address(path), members, headers));
            return true;
        });
    }

    /** Sends an object as the client that this is, and returns the members of the answer. */
    Map<String, Object> ask(
            String path, Map<String, Object> members, Auth0ErrorCode refused, Auth0ErrorCode malformed) {
        return refusedAs(refused, () -> answers.object(requests.postJson(address(path), members, Map.of()), malformed));
    }

    /** Sends an object with the client's id and nothing that proves it. */
    HttpAnswer sendPublicly(String path, Map<String, Object> members) {
        return requests.postJsonPublicly(address(path), members);
    }

    private URI address(String path) {
        return URI.create(base + path);
    }

    /** Returns what a call returns; what the provider refuses on account of the request itself has this code. */
    static <T> T refusedAs(Auth0ErrorCode refused, Supplier<T> call) {
        return refusedAs(refused, REFUSALS, call);
    }

    /** Returns what a call to the token endpoint returns, where a proof that is not taken is an {@code invalid_grant}. */
    static <T> T grantRefusedAs(Auth0ErrorCode refused, Supplier<T> call) {
        return refusedAs(refused, Set.of(Auth0ErrorCode.SERVER_INVALID_GRANT), call);
    }

    private static <T> T refusedAs(Auth0ErrorCode refused, Set<Auth0ErrorCode> refusals, Supplier<T> call) {
        try {
            return call.get();
        } catch (AuthorizationServerException e) {
            if (!refusals.contains(e.code()) || e.status() >= 500) {
                throw e;
            }
            String error = e.error().orElse(null);
            throw new AuthorizationServerException(
                    refused,
                    "the provider answered " + e.status() + (error == null ? "" : " " + error),
                    e.status(),
                    error,
                    e.retryAfter().orElse(null));
        }
    }
}
