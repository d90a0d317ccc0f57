package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Auth0's Token Vault: hands out a token of another provider for the user's account there. */
final class FederatedConnectionGrant implements Grant {

    private static final String ISSUED = "http://auth0.com/oauth/token-type/federated-connection-access-token";
    private static final String TYPES = "urn:ietf:params:oauth:token-type:";
    private static final long LIFETIME_SECONDS = 3600;

    private final SubjectTokens subjects;
    private final ConnectedAccounts accounts;
    private final Randomness randomness;

    FederatedConnectionGrant(SubjectTokens subjects, ConnectedAccounts accounts, Randomness randomness) {
        this.subjects = subjects;
        this.accounts = accounts;
        this.randomness = randomness;
    }

    @Override
    public String type() {
        return "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Parameters form = request.form();
        if (!form.require("requested_token_type").equals(ISSUED)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unsupported requested_token_type");
        }
        if (form.contains("audience") || form.contains("resource")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "audience and resource are not supported");
        }
        String connection = form.require("connection");
        User user = subject(request);
        ConnectedAccounts.Account account = accounts.find(user.sub(), connection, form.find("login_hint"));
        if (account == null) {
            throw new OAuthException(
                    new ErrorObject("federated_connection_refresh_token_not_found", null, 401),
                    "the user has no such account, or several");
        }
        return response(account, ScopePolicy.parse(form.find("scope")));
    }

    private User subject(TokenRequest request) {
        String token = request.form().require("subject_token");
        return switch (request.form().require("subject_token_type")) {
            case TYPES + "refresh_token" -> subjects.ofRefreshToken(request.client(), token, request.thumbprint());
            case TYPES + "access_token" -> subjects.ofAccessToken(request.client(), token);
            default -> throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unsupported subject_token_type");
        };
    }

    /** The token names connection and account, for tests to see whose it is. */
    private Map<String, Object> response(ConnectedAccounts.Account account, Set<String> requested) {
        if (!account.scopes().containsAll(requested)) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "the account was connected with less");
        }
        Set<String> scope = requested.isEmpty() ? account.scopes() : requested;
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("access_token", account.connection() + "/" + account.userId() + "/" + randomness.token());
        response.put("scope", String.join(" ", scope));
        response.put("expires_in", LIFETIME_SECONDS);
        response.put("issued_token_type", ISSUED);
        response.put("token_type", "Bearer");
        return response;
    }
}
