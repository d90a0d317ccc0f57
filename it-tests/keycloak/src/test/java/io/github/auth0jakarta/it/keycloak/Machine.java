package io.github.auth0jakarta.it.keycloak;

/** Further machines that call the API with the client credentials grant, added to the shared Keycloak. */
final class Machine {

    private static final String SECRET = "it-machine-secret-for-tests-only";

    /** The client as the admin API takes it. */
    private static final String REGISTRATION = """
            {
              "clientId": "@id@",
              "protocol": "openid-connect",
              "publicClient": false,
              "clientAuthenticatorType": "client-secret",
              "secret": "@secret@",
              "standardFlowEnabled": false,
              "serviceAccountsEnabled": true,
              "attributes": { "access.token.header.type.rfc9068": "true", "access.token.signed.response.alg": "@algorithm@" },
              "defaultClientScopes": ["basic", "example-api"],
              "optionalClientScopes": ["read:orders", "write:orders"]
            }
            """;

    private Machine() {}

    /** Adds one whose access tokens are signed with this algorithm. */
    static KeycloakRealm.Client signedWith(String algorithm) {
        String id = "it-" + algorithm;
        new KeycloakAdmin(SharedKeycloak.server())
                .register(REGISTRATION
                        .replace("@id@", id)
                        .replace("@secret@", SECRET)
                        .replace("@algorithm@", algorithm));
        return new KeycloakRealm.Client(id, SECRET);
    }
}
