package io.github.auth0jakarta.it.oidcprovider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that is not the library: Nimbus' SDK makes its requests, and it takes the code out of the redirect. */
final class SdkClient {

    private static final URI CALLBACK = URI.create(Application.BASE + "/auth/callback");

    private final OIDCProviderMetadata provider;
    private final Supplier<ClientAuthentication> authentication;
    private final CodeVerifier verifier = new CodeVerifier();

    private SdkClient(OIDCProviderMetadata provider, Supplier<ClientAuthentication> authentication) {
        this.provider = provider;
        this.authentication = authentication;
    }

    /** Returns {@link Registered#CLIENT}. */
    static SdkClient withSecret(OIDCProviderMetadata provider) {
        ClientID id = new ClientID(Registered.CLIENT);
        return new SdkClient(provider, () -> new ClientSecretPost(id, new Secret(Registered.CLIENT_SECRET)));
    }

    /** Returns {@link Registered#BASIC_CLIENT}. */
    static SdkClient basic(OIDCProviderMetadata provider) {
        ClientID id = new ClientID(Registered.BASIC_CLIENT);
        return new SdkClient(provider, () -> new ClientSecretBasic(id, new Secret(Registered.BASIC_CLIENT_SECRET)));
    }

    /** Returns {@link Registered#STRICT_CLIENT}, which signs a new assertion for each request. */
    static SdkClient strict(OIDCProviderMetadata provider) {
        return new SdkClient(provider, () -> assertion(provider));
    }

    private static PrivateKeyJWT assertion(OIDCProviderMetadata provider) {
        try {
            return new PrivateKeyJWT(
                    new ClientID(Registered.STRICT_CLIENT),
                    URI.create(provider.getIssuer().getValue()),
                    JWSAlgorithm.RS256,
                    Registered.CLIENT_KEY.getPrivate(),
                    null,
                    null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the provider says about itself. */
    static OIDCProviderMetadata discover(String issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer));
        } catch (IOException | GeneralException e) {
            throw new IllegalStateException("no metadata of " + issuer, e);
        }
    }

    /** Returns a request for the code, with PKCE. */
    AuthorizationRequest.Builder request(String scope) {
        return requestWithoutPkce(scope).codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    /** Returns a request for the code as of a client that knows no PKCE. */
    AuthorizationRequest.Builder requestWithoutPkce(String scope) {
        return new AuthorizationRequest.Builder(
                        ResponseType.CODE, authentication.get().getClientID())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .redirectionURI(CALLBACK)
                .scope(Scope.parse(scope))
                .state(new State("the-state"));
    }

    /** Pushes a request and returns the address that stands for it (RFC 9126). */
    URI push(AuthorizationRequest request) {
        HTTPResponse answer = send(new PushedAuthorizationRequest(
                        provider.getPushedAuthorizationRequestEndpointURI(), authentication.get(), request)
                .toHTTPRequest());
        try {
            return new AuthorizationRequest.Builder(
                            PushedAuthorizationSuccessResponse.parse(answer).getRequestURI(), request.getClientID())
                    .endpointURI(provider.getAuthorizationEndpointURI())
                    .build()
                    .toURI();
        } catch (ParseException e) {
            throw new IllegalStateException("not pushed: " + answer.getBody(), e);
        }
    }

    /** Opens the address of a request and logs in where a password is asked for. */
    static AuthorizationResponse logIn(HttpBrowser browser, URI request, Registered.User user) {
        Answer answer = browser.visit(request.toString());
        while (!isCallback(answer)) {
            answer = answer.isRedirect() ? browser.step(answer) : browser.submitOnly(ProviderPages.login(answer, user));
        }
        try {
            return AuthorizationResponse.parse(answer.location().orElseThrow());
        } catch (ParseException e) {
            throw new IllegalStateException(answer + " is no authorization response", e);
        }
    }

    private static boolean isCallback(Answer answer) {
        return answer.location()
                .filter(location -> location.toString().startsWith(CALLBACK + "?"))
                .isPresent();
    }

    /** Exchanges a code for tokens. */
    HTTPResponse exchange(AuthorizationCode code, @Nullable SignedJWT proof) {
        return ask(new AuthorizationCodeGrant(code, CALLBACK, verifier), proof);
    }

    /** Logs a user in, at no API, and returns the access token, which is bound to no key. */
    String accessToken(Registered.User user) {
        AuthorizationCode code = logIn(
                        new HttpBrowser(), request("openid").build().toURI(), user)
                .toSuccessResponse()
                .getAuthorizationCode();
        HTTPResponse answer = exchange(code, null);
        try {
            return AccessToken.parse(answer.getBodyAsJSONObject()).getValue();
        } catch (ParseException e) {
            throw new IllegalStateException("no token: " + answer.getBody(), e);
        }
    }

    /** Sends a grant to the token endpoint, with a DPoP proof or without. */
    HTTPResponse ask(AuthorizationGrant grant, @Nullable SignedJWT proof) {
        return ask(grant, null, proof);
    }

    /** Sends a grant to the token endpoint, for these scopes, with a DPoP proof or without. */
    HTTPResponse ask(AuthorizationGrant grant, @Nullable Scope scope, @Nullable SignedJWT proof) {
        HTTPRequest request = new TokenRequest.Builder(provider.getTokenEndpointURI(), authentication.get(), grant)
                .scope(scope)
                .build()
                .toHTTPRequest();
        request.setDPoP(proof);
        return send(request);
    }

    /** Sends a request; without the header, this provider would answer an error as a page. */
    static HTTPResponse send(HTTPRequest request) {
        request.setAccept("application/json");
        try {
            return request.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
