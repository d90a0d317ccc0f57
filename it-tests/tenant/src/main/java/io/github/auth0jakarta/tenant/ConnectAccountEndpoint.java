package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /me/v1/connected-accounts/connect}: begins to connect an account, and says where the browser has to go. */
final class ConnectAccountEndpoint extends MyAccountEndpoint {

    private final String issuer;
    private final AccountConnections connections;
    private final Directory directory;
    private final JwtVerifier verifier;
    private final Randomness randomness;

    ConnectAccountEndpoint(
            String issuer,
            AccountConnections connections,
            Directory directory,
            JwtVerifier verifier,
            Randomness randomness,
            InstantSource clock) {
        super(issuer, verifier, clock);
        this.issuer = issuer;
        this.connections = connections;
        this.directory = directory;
        this.verifier = verifier;
        this.randomness = randomness;
    }

    @Override
    public String path() {
        return PATH + "connect";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Response handle(Request request) {
        String sub = owner(request, "create");
        Map<String, Object> body = request.json();
        String redirectUri = text(body, "redirect_uri");
        if (!client(request).callbackUrls().contains(redirectUri)) {
            throw malformed("redirect_uri is not registered");
        }
        if (!text(body, "code_challenge_method").equals("S256")) {
            throw malformed("code_challenge_method is not S256");
        }
        String authSession = randomness.token();
        String ticket = connections.ask(new AccountConnections.Asked(
                sub,
                text(body, "connection"),
                scopes(body.get("scopes")),
                redirectUri,
                text(body, "state"),
                text(body, "code_challenge"),
                authSession));
        return Response.json(
                201,
                Map.of(
                        "connect_uri",
                        issuer + ConnectPageEndpoint.PATH.substring(1),
                        "connect_params",
                        Map.of("ticket", ticket),
                        "auth_session",
                        authSession,
                        "expires_in",
                        AccountConnections.LIFETIME.toSeconds()));
    }

    /** The access token has been verified by now. */
    private Client client(Request request) {
        String header = Objects.requireNonNull(request.header("Authorization"));
        Map<String, Object> claims = Objects.requireNonNull(verifier.verify(header.substring(header.indexOf(' ') + 1)));
        Client client = directory.client(String.valueOf(claims.get("azp")));
        if (client == null) {
            throw malformed("the client is gone");
        }
        return client;
    }

    private static Set<String> scopes(@Nullable Object value) {
        Set<String> scopes = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(scope -> scopes.add(String.valueOf(scope)));
        }
        return scopes;
    }

    static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw malformed(name + " is missing");
    }

    static OAuthException malformed(String why) {
        return new OAuthException(OAuth2Error.INVALID_REQUEST, why);
    }
}
