package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Authenticates the client of a form POST, by one of the methods it is registered for. */
final class ClientAuthenticator {

    private final Directory directory;
    private final ClientAssertions assertions;

    ClientAuthenticator(Directory directory, ClientAssertions assertions) {
        this.directory = directory;
        this.assertions = assertions;
    }

    /** Returns the client; a wrong secret, a wrong method and an unknown client look the same. */
    Client authenticate(Request request) {
        ClientAuthentication presented = presented(request);
        Client client = directory.client(
                presented == null
                        ? request.form().find("client_id")
                        : presented.getClientID().getValue());
        if (client == null || !isGenuine(presented, client, request)) {
            throw new OAuthException(OAuth2Error.INVALID_CLIENT, "Unauthorized");
        }
        String named = request.form().find("client_id");
        if (named != null && !named.equals(client.id())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "client_id is not the authenticated client");
        }
        return client;
    }

    private boolean isGenuine(@Nullable ClientAuthentication presented, Client client, Request request) {
        if (presented == null) {
            return client.authentication().contains(ClientAuthenticationMethod.NONE)
                    || hasCertificate(client, request.certificate());
        }
        if (!client.authentication().contains(presented.getMethod())) {
            return false;
        }
        if (presented instanceof PrivateKeyJWT assertion) {
            return assertions.isGenuine(assertion, client, request);
        }
        return presented instanceof PlainClientSecret secret
                && client.hasSecret(secret.getClientSecret().getValue());
    }

    /** RFC 8705 section 2.1: the TLS handshake has checked the certificate, the subject says whose it is. */
    private static boolean hasCertificate(Client client, @Nullable X509Certificate certificate) {
        return certificate != null
                && client.certificateSubject() != null
                && client.authentication().contains(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
                && certificate.getSubjectX500Principal().equals(new X500Principal(client.certificateSubject()));
    }

    private static @Nullable ClientAuthentication presented(Request request) {
        try {
            // The SDK says null where there is none.
            @Nullable List<ClientAuthentication> all = ClientAuthentication.parseCandidates(adapt(request));
            if (all != null && all.size() > 1) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "more than one client authentication");
            }
            if (all == null || all.isEmpty()) {
                refuseFragments(request);
                return null;
            }
            return all.get(0);
        } catch (ParseException | IllegalArgumentException e) {
            throw new OAuthException(OAuth2Error.INVALID_CLIENT, "malformed client authentication");
        }
    }

    /** Half an authentication is a failed one, not none: a public client sends nothing of the kind. */
    private static void refuseFragments(Request request) {
        if (request.header("Authorization") != null
                || request.form().contains("client_secret")
                || request.form().contains("client_assertion")
                || request.form().contains("client_assertion_type")) {
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
