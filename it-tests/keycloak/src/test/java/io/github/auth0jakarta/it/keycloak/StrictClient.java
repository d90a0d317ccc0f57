package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.Keys;
import io.github.auth0jakarta.it.TestApplication;
import java.security.KeyPair;
import java.util.Base64;

/** The application without a secret: it signs assertions, pushes its authorization requests and binds its tokens. */
final class StrictClient {

    private static final String ID = "it-strict";
    private static final KeyPair KEY = Keys.rsa();

    /** The client as the admin API takes it. All three are required. */
    private static final String REGISTRATION = """
            {
              "clientId": "it-strict",
              "protocol": "openid-connect",
              "publicClient": false,
              "clientAuthenticatorType": "client-jwt",
              "redirectUris": ["@application@/*"],
              "attributes": {
                "token.endpoint.auth.signing.alg": "RS256",
                "jwt.credential.public.key": "@key@",
                "require.pushed.authorization.requests": "true",
                "dpop.bound.access.tokens": "true",
                "pkce.code.challenge.method": "S256",
                "post.logout.redirect.uris": "+"
              },
              "defaultClientScopes": ["basic", "profile", "email", "example-roles"],
              "optionalClientScopes": ["offline_access"]
            }
            """;

    private StrictClient() {}

    /** Adds the client to the shared Keycloak. */
    static void register() {
        String key = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
        new KeycloakAdmin(SharedKeycloak.server())
                .register(
                        REGISTRATION.replace("@application@", Application.BASE).replace("@key@", key));
    }

    /** Returns the application as this client. */
    static TestApplication application() {
        return Application.common()
                .with("auth0.client-id", ID)
                .with("auth0.client-assertion-signing-key", Keys.pem(KEY.getPrivate()))
                .with("auth0.client-assertion-signing-alg", "RS256")
                .with("auth0.pushed-authorization-requests", "true")
                .with("auth0.dpop.enabled", "true")
                .with("auth0.dpop.key", Keys.pem(Keys.p256().getPrivate()));
    }
}
