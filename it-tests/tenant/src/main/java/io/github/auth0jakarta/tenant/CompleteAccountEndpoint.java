package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** {@code /me/v1/connected-accounts/complete}: connects the account that the user has agreed to. */
final class CompleteAccountEndpoint extends MyAccountEndpoint {

    private final AccountConnections connections;
    private final ConnectedAccounts accounts;
    private final Randomness randomness;

    CompleteAccountEndpoint(
            String issuer,
            AccountConnections connections,
            ConnectedAccounts accounts,
            JwtVerifier verifier,
            Randomness randomness,
            InstantSource clock) {
        super(issuer, verifier, clock);
        this.connections = connections;
        this.accounts = accounts;
        this.randomness = randomness;
    }

    @Override
    public String path() {
        return PATH + "complete";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Response handle(Request request) {
        String sub = owner(request, "create");
        Map<String, Object> body = request.json();
        AccountConnections.Asked asked = connections.take(ConnectAccountEndpoint.text(body, "connect_code"));
        if (asked == null || !asked.sub().equals(sub) || !fits(asked, body)) {
            throw ConnectAccountEndpoint.malformed("connect_code is not for this user, session, address and verifier");
        }
        ConnectedAccounts.Account account = new ConnectedAccounts.Account(
                "cac_" + randomness.id(), sub, asked.connection(), randomness.id(), asked.scopes());
        accounts.add(account);
        return Response.json(201, AccountsEndpoint.json(account));
    }

    private static boolean fits(AccountConnections.Asked asked, Map<String, Object> body) {
        CodeVerifier verifier = new CodeVerifier(ConnectAccountEndpoint.text(body, "code_verifier"));
        return asked.authSession().equals(body.get("auth_session"))
                && asked.redirectUri().equals(body.get("redirect_uri"))
                && asked.challenge()
                        .equals(CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue());
    }
}
