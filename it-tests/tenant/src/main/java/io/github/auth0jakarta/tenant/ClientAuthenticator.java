package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authenticates the client of a form POST, by the one method it is registered for. */
final class ClientAuthenticator {

    private final Directory directory;

    ClientAuthenticator(Directory directory) {
        this.directory = directory;
    }

    /** Returns the client; a wrong secret and an unknown client look the same. */
    Client authenticate(Request request) {
        ClientAuthentication presented = presented(request);
        Client client = presented == null
                ? null
                : directory.client(presented.getClientID().getValue());
        if (presented == null || client == null || !isGenuine(presented, client)) {
            throw new OAuthException(OAuth2Error.INVALID_CLIENT, "Unauthorized");
        }
        String named = request.form().find("client_id");
        if (named != null && !named.equals(client.id())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "client_id is not the authenticated client");
        }
        return client;
    }

    private static boolean isGenuine(ClientAuthentication presented, Client client) {
        return presented.getMethod().equals(client.authentication())
                && presented instanceof PlainClientSecret secret
                && client.hasSecret(secret.getClientSecret().getValue());
    }

    private static @Nullable ClientAuthentication presented(Request request) {
        try {
            // The SDK says null where there is none.
            @Nullable List<ClientAuthentication> all = ClientAuthentication.parseCandidates(adapt(request));
            if (all != null && all.size() > 1) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "more than one client authentication");
            }
            return all == null || all.isEmpty() ? null : all.get(0);
        } catch (ParseException | IllegalArgumentException e) {
            throw new OAuthException(OAuth2Error.INVALID_CLIENT, "malformed client authentication");
        }
    }

    private static HTTPRequest adapt(Request request) throws ParseException {
        HTTPRequest adapted = new HTTPRequest(HTTPRequest.Method.POST, URI.create("http://localhost" + request.path()));
        adapted.setContentType("application/x-www-form-urlencoded");
        String authorization = request.header("Authorization");
        if (authorization != null) {
            adapted.setAuthorization(authorization);
        }
        adapted.setBody(request.body());
        return adapted;
    }
}
