package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LogoutRequest;
import io.github.auth0jakarta.LogoutToken;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.RequestException;
import io.github.auth0jakarta.ServerMetadata;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.config.ConfigKey;
import io.github.auth0jakarta.internal.logout.VerifiedLogoutToken;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an application gets as {@link Auth0Client}: checks what it is given, and hands it to those who know the protocol. */
final class ProtocolClient implements Auth0Client {
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    /** RFC 6749, 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private final OpenParts open;
    private final @Nullable ProtocolParts parts;

    /**
     * @param open what works for everybody
     * @param parts what works for a client only, null where the application is none
     */
    ProtocolClient(OpenParts open, @Nullable ProtocolParts parts) {
        this.open = open;
        this.parts = parts;
    }

    private ProtocolParts parts() {
        if (parts == null) {
            throw new ConfigurationException(
                    Auth0ErrorCode.CONFIG_INVALID,
                    ConfigKey.CLIENT_ID.key() + " is missing: the application is no client of the provider");
        }
        return parts;
    }

    @Override
    public ServerMetadata serverMetadata() {
        ProviderMetadata metadata = open.metadata().get();
        return new ServerMetadata(
                metadata.issuer(),
                metadata.authorizationEndpoint(),
                metadata.endpoints().token(),
                metadata.jwksUri(),
                Optional.ofNullable(metadata.endpoints().userinfo()),
                Optional.ofNullable(metadata.endpoints().revocation()),
                Optional.ofNullable(metadata.endSessionEndpoint()),
                Optional.ofNullable(metadata.endpoints().pushedAuthorizationRequest()),
                metadata.pushedAuthorizationRequired());
    }

    @Override
    public PendingAuthorization authorizationUrl(URI redirectUri, LoginOptions options) {
        return parts().codeFlow().begin(redirectUri, options);
    }

    @Override
    public PendingAuthorization linkUrl(
            URI redirectUri, String connection, String connectionScope, String idToken, LoginOptions options) {
        return parts().codeFlow()
                .link(redirectUri, connection, connectionScope, required("ID token", idToken), options);
    }

    @Override
    public PendingAuthorization unlinkUrl(URI redirectUri, String connection, String idToken, LoginOptions options) {
        return parts().codeFlow().unlink(redirectUri, connection, required("ID token", idToken), options);
    }

    @Override
    public TokenSet tokenByCode(URI callback, PendingAuthorization pending) {
        return parts().codeFlow().complete(callback, pending);
    }

    @Override
    public TokenSet tokenByRefreshToken(String refreshToken, @Nullable String audience, Set<String> scopes) {
        ProtocolParts client = parts();
        String token = required("refresh token", refreshToken);
        TokenPurpose purpose = purpose(audience, scopes);
        return client.tokenSets()
                .of(client.tokenEndpoint().refreshToken(token, purpose.audience(), purpose.scopes()), purpose);
    }

    @Override
    public AccessToken clientCredentials(ClientCredentialsRequest request) {
        ProtocolParts client = parts();
        String organization = request.organization().orElse(null);
        return client.clientCredentials()
                .get(
                        purpose(request.audience(), request.scopes()),
                        organization == null ? null : required("organization", organization));
    }

    @Override
    public Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject) {
        return open.userInfo().userInfo(accessToken, expectedSubject);
    }

    @Override
    public void revoke(String token, TokenTypeHint hint) {
        parts().tokenEndpoint().revoke(required("token", token), hint.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public URI logoutUrl(LogoutRequest request) {
        return parts().logoutUrls().address(request);
    }

    @Override
    public LogoutToken verifyLogoutToken(String logoutToken) {
        VerifiedLogoutToken token = parts().logoutTokens().validate(logoutToken);
        return new LogoutToken(
                token.id(),
                Optional.ofNullable(token.subject()),
                Optional.ofNullable(token.sid()),
                token.issuedAt(),
                token.refusedFrom());
    }

    @Override
    public boolean isFederatedDomain(String emailDomain) {
        if (!DOMAIN.matcher(emailDomain).matches()) {
            throw invalid("the e-mail domain is not a domain name");
        }
        return open.federatedDomains().contains(emailDomain);
    }

    private static TokenPurpose purpose(@Nullable String audience, Set<String> scopes) {
        if (!scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw invalid("a scope is empty or has a character that none has");
        }
        return new TokenPurpose(audience == null ? null : required("audience", audience), scopes);
    }

    private static String required(String what, String value) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw invalid("the " + what + " is blank, or has spaces around it");
        }
        return value;
    }

    private static RequestException invalid(String problem) {
        return new RequestException(Auth0ErrorCode.CLIENT_REQUEST_INVALID, problem);
    }
}
