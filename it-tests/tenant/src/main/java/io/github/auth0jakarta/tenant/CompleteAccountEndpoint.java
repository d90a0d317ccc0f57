package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.github.auth0jakarta.tenant.AccountConnections.Agreed;
import io.github.auth0jakarta.tenant.AccountConnections.Asked;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /me/v1/connected-accounts/complete}: connects the account that the user has agreed to. */
final class CompleteAccountEndpoint extends MyAccountEndpoint {

    /** RFC 7636 section 4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final AccountConnections connections;
    private final ConnectedAccounts accounts;
    private final Randomness randomness;
    private final InstantSource clock;

    CompleteAccountEndpoint(
            String issuer,
            AccountConnections connections,
            ConnectedAccounts accounts,
            JwtVerifier verifier,
            DpopProofs proofs,
            Randomness randomness,
            InstantSource clock) {
        super(issuer, verifier, proofs, clock);
        this.connections = connections;
        this.accounts = accounts;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH + "complete";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    /** What completes a connection. */
    private record Completion(String authSession, String connectCode, String redirectUri, String verifier) {

        static Completion of(CheckedMembers members) {
            Completion completion = new Completion(
                    members.text("auth_session"),
                    members.text("connect_code"),
                    members.text("redirect_uri"),
                    members.text("code_verifier"));
            members.require(
                    VERIFIER.matcher(completion.verifier).matches(), "code_verifier", "has 43 to 128 characters");
            members.check();
            return completion;
        }

        boolean fits(Agreed agreed) {
            return agreed.authSession().equals(authSession)
                    && agreed.asked().redirectUri().equals(redirectUri)
                    && agreed.asked()
                            .challenge()
                            .equals(CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                                    .getValue());
        }
    }

    @Override
    Response answer(Request request) {
        Map<String, Object> claims = claims(request, ConnectAccountEndpoint.SCOPE);
        Completion completion = Completion.of(new CheckedMembers(request.json()));
        Agreed agreed = connections.take(completion.connectCode());
        if (agreed == null || !isOf(agreed.asked(), claims) || !completion.fits(agreed)) {
            throw new OAuthException(
                    OAuth2Error.INVALID_REQUEST,
                    "connect_code is unknown, used, expired, or not for this user, client, session, address and verifier");
        }
        ConnectedAccounts.Account account = account(agreed);
        accounts.connect(account);
        return Response.json(201, AccountsEndpoint.json(account));
    }

    private static boolean isOf(Asked asked, Map<String, Object> claims) {
        return asked.sub().equals(claims.get("sub")) && asked.clientId().equals(claims.get("azp"));
    }

    private ConnectedAccounts.Account account(Agreed agreed) {
        return new ConnectedAccounts.Account(
                "cac_" + randomness.id(),
                agreed.asked().sub(),
                agreed.asked().connection(),
                agreed.userId(),
                agreed.asked().scopes(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
