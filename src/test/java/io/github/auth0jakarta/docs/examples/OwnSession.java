package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.TokenSet;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Set;

/** An application that keeps its own sessions. */
public class OwnSession {
    @Inject
    Auth0Client client;

    // tag::begin
    public URI begin(HttpSession session) {
        PendingAuthorization pending =
                client.authorizationUrl(URI.create("https://shop.example.com/back"), LoginOptions.defaults());
        session.setAttribute("login", pending);
        return pending.url();
    }
    // end::begin

    // tag::complete
    public void complete(HttpSession session, URI callback) {
        PendingAuthorization pending = (PendingAuthorization) session.getAttribute("login");
        session.removeAttribute("login");
        if (pending != null) {
            TokenSet tokens = client.tokenByCode(callback, pending);
            session.setAttribute("user", tokens.claims().get("sub"));
        }
    }
    // end::complete

    // tag::machine
    public AccessToken forTheNightlyReport() {
        return client.clientCredentials(
                ClientCredentialsRequest.of("https://reports.example.com").withScopes(Set.of("write:reports")));
    }
    // end::machine
}
