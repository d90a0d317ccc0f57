package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.TokenExchangeService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Gets the user's Google token from the Token Vault, with which the server could call Google. */
@Path("/services/vault")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class VaultResource {
    static final String GOOGLE = "google-oauth2";

    @Inject
    private TokenExchangeService exchanges;

    @POST
    public Map<String, Object> token() {
        ConnectionToken token = exchanges.connectionToken(ConnectionTokenRequest.byRefreshToken(GOOGLE));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("token", ShownToken.hidden(token.value()));
        shown.put("connection", token.connection());
        shown.put("scopes", new TreeSet<>(token.scopes()));
        shown.put("expiresAt", token.expiresAt().toString());
        return shown;
    }
}
