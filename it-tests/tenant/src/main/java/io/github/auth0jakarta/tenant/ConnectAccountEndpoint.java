package io.github.auth0jakarta.tenant;

import io.github.auth0jakarta.tenant.AccountConnections.Asked;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /me/v1/connected-accounts/connect}: begins to connect an account, and says where the browser has to go. */
final class ConnectAccountEndpoint extends MyAccountEndpoint {

    static final String SCOPE = "create:me:connected_accounts";

    /** SHA-256 in base64url without padding (RFC 7636 section 4.2). */
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String issuer;
    private final AccountConnections connections;
    private final ConnectedAccounts accounts;
    private final Directory directory;

    ConnectAccountEndpoint(
            String issuer,
            AccountConnections connections,
            ConnectedAccounts accounts,
            Directory directory,
            JwtVerifier verifier,
            DpopProofs proofs,
            InstantSource clock) {
        super(issuer, verifier, proofs, clock);
        this.issuer = issuer;
        this.connections = connections;
        this.accounts = accounts;
        this.directory = directory;
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
    Response answer(Request request) {
        Map<String, Object> claims = claims(request, SCOPE);
        Asked asked = asked(claims, new CheckedMembers(request.json()));
        AccountConnections.Begun begun = connections.ask(asked);
        return Response.json(
                201,
                Map.of(
                        "connect_uri",
                        issuer + ConnectPageEndpoint.PATH.substring(1),
                        "connect_params",
                        Map.of("ticket", begun.ticket()),
                        "auth_session",
                        begun.authSession(),
                        "expires_in",
                        begun.lifetime().toSeconds()));
    }

    private Asked asked(Map<String, Object> claims, CheckedMembers members) {
        String clientId = String.valueOf(claims.get("azp"));
        Asked asked = new Asked(
                String.valueOf(claims.get("sub")),
                clientId,
                members.text("connection"),
                members.texts("scopes"),
                members.text("redirect_uri"),
                members.text("state"),
                members.text("code_challenge"));
        Client client = directory.client(clientId);
        members.require(accounts.isOffered(asked.connection()), "connection", "is not known here");
        members.require(
                client != null && client.callbackUrls().contains(asked.redirectUri()),
                "redirect_uri",
                "is not in the list of allowed callback URLs");
        members.require(SHA_256.matcher(asked.challenge()).matches(), "code_challenge", "is not a SHA-256");
        members.require(
                members.text("code_challenge_method").equals("S256"), "code_challenge_method", "has to be S256");
        members.optionalObject("authorization_params");
        members.check();
        return asked;
    }
}
