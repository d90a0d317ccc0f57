package io.github.auth0jakarta.it;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.SessionTransferToken;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.TokenSet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

/** Exchanges tokens as it is told, and tells what came of it. */
@Path("/exchange")
@Produces("application/json")
@RequestScoped
public class ExchangeResource {
    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";

    @Inject
    private TokenExchangeService exchange;

    @Inject
    private AccessTokenService accessTokens;

    @QueryParam("subject")
    private String subject;

    @QueryParam("type")
    private String type;

    @QueryParam("actor")
    private String actor;

    @QueryParam("audience")
    private String audience;

    @QueryParam("organization")
    private String organization;

    @QueryParam("scope")
    private Set<String> scopes;

    /** With the session as it is. */
    @GET
    @Path("/custom")
    public JsonObject custom() {
        return told(() -> tokens(exchange.exchange(request())));
    }

    /** With a login of the subject. */
    @GET
    @Path("/login")
    public JsonObject login() {
        return told(() -> tokens(exchange.login(request())));
    }

    /** For another API. */
    @GET
    @Path("/on-behalf-of")
    public JsonObject onBehalfOf() {
        return told(() -> tokens(exchange.onBehalfOf(audience, scopes)));
    }

    /** Of the session. */
    @GET
    @Path("/session")
    public JsonObject session() {
        return told(() -> Json.createObjectBuilder()
                .add("token", accessTokens.accessToken(audience, scopes).value())
                .build());
    }

    /** From the Token Vault. */
    @GET
    @Path("/connection")
    public JsonObject connection(
            @QueryParam("connection") String connection,
            @QueryParam("by") String by,
            @QueryParam("hint") String hint,
            @QueryParam("renewed") boolean renewed) {
        ConnectionTokenRequest wanted = "access".equals(by)
                ? ConnectionTokenRequest.byAccessToken(connection)
                : ConnectionTokenRequest.byRefreshToken(connection);
        ConnectionTokenRequest scoped = (hint == null ? wanted : wanted.withLoginHint(hint)).withScopes(scopes);
        return told(() -> {
            ConnectionToken token = exchange.connectionToken(renewed ? scoped.renewed() : scoped);
            return Json.createObjectBuilder()
                    .add("token", token.value())
                    .add("scopes", Json.createArrayBuilder(token.scopes()))
                    .build();
        });
    }

    /** For a session elsewhere. */
    @GET
    @Path("/transfer")
    public JsonObject transfer(@QueryParam("to") URI to) {
        return told(() -> {
            SessionTransferRequest request = SessionTransferRequest.of(subject, type);
            SessionTransferToken token = exchange.sessionTransferToken(request);
            return Json.createObjectBuilder()
                    .add("location", token.redirectTo(to).toString())
                    .build();
        });
    }

    private TokenExchangeRequest request() {
        TokenExchangeRequest request = TokenExchangeRequest.of(subject, type).withScopes(scopes);
        if (audience != null) {
            request = request.withAudience(audience);
        }
        if (organization != null) {
            request = request.withOrganization(organization);
        }
        return actor == null ? request : request.withActor(actor, ID_TOKEN);
    }

    private static JsonObject tokens(TokenSet tokens) {
        AccessToken token = tokens.accessToken();
        JsonArrayBuilder actors = Json.createArrayBuilder();
        tokens.actors().actors().forEach(one -> actors.add(one.subject()));
        return Json.createObjectBuilder()
                .add("token", token.value())
                .add("type", token.type())
                .add("scopes", Json.createArrayBuilder(token.scopes()))
                .add("subject", String.valueOf(tokens.claims().get("sub")))
                .add("refreshToken", tokens.refreshToken().isPresent())
                .add("issuedTokenType", tokens.issuedTokenType().orElse(""))
                .add("actors", actors)
                .build();
    }

    private static JsonObject told(Supplier<JsonObject> act) {
        try {
            return act.get();
        } catch (Auth0Exception e) {
            return Json.createObjectBuilder().add("code", e.code().text()).build();
        }
    }
}
