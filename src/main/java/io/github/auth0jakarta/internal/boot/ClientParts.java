package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ConfigKey;
import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import io.github.auth0jakarta.internal.jose.PrivateKeyPem;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.oauth.AuthorizationEndpoint;
import io.github.auth0jakarta.internal.oauth.ClientAuthentication;
import io.github.auth0jakarta.internal.oauth.ClientCertificate;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.ClientSecretBasic;
import io.github.auth0jakarta.internal.oauth.ClientSecretPost;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.OnBehalfOfGrant;
import io.github.auth0jakarta.internal.oauth.PrivateKeyJwt;
import io.github.auth0jakarta.internal.oauth.PushedAuthorization;
import io.github.auth0jakarta.internal.oauth.SecondFactors;
import io.github.auth0jakarta.internal.oauth.SignedUserInfo;
import io.github.auth0jakarta.internal.oauth.TlsClientAuth;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.oauth.UnverifiedClaims;
import io.github.auth0jakarta.internal.oauth.UserInfoEndpoint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that is this application as a client of the provider: its keys, and what it asks for. */
final class ClientParts {
    private final Auth0Config.Client config;
    private final ProviderParts provider;
    private final SecureRandom random;
    private final ClientRequests requests;
    private final @Nullable DpopClient dpop;
    private final @Nullable SecondFactors secondFactors;

    /**
     * @param secondFactors what becomes of a demand for one, null where it is an error like others
     * @throws ConfigurationException where a key cannot be used; the message names its setting
     */
    ClientParts(
            String issuer,
            Auth0Config.Client config,
            ProviderParts provider,
            SecureRandom random,
            @Nullable SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
        this.config = config;
        this.provider = provider;
        this.random = random;
        this.dpop = config.dpop() == null ? null : dpop(config.dpop());
        this.requests = new ClientRequests(
                provider.metadata(), provider.transport(), authentication(issuer), dpop, provider.json());
    }

    /** Returns what connections show of the client, null where it does not authenticate by a certificate. */
    static @Nullable SSLContext tls(Auth0Config.@Nullable Client client) {
        if (client == null || !(client.authentication() instanceof Auth0Config.ClientAuthentication.MutualTls mtls)) {
            return null;
        }
        String keys = ConfigKey.MTLS_CERTIFICATE.key() + " and " + ConfigKey.MTLS_KEY.key();
        return usable(
                keys,
                () -> new ClientCertificate(mtls.certificates(), mtls.key().reveal()).context());
    }

    private ClientAuthentication authentication(String issuer) {
        Auth0Config.ClientAuthentication method = config.authentication();
        if (method instanceof Auth0Config.ClientAuthentication.PrivateKeyJwt assertion) {
            return new PrivateKeyJwt(
                    config.id(), issuer, signer(assertion), assertion.keyId(), random, provider.clock());
        }
        if (method instanceof Auth0Config.ClientAuthentication.Secret secret) {
            return secret.basic()
                    ? new ClientSecretBasic(config.id(), secret.secret())
                    : new ClientSecretPost(config.id(), secret.secret());
        }
        return new TlsClientAuth(config.id());
    }

    private JwtSigner signer(Auth0Config.ClientAuthentication.PrivateKeyJwt assertion) {
        return usable(
                ConfigKey.CLIENT_ASSERTION_SIGNING_KEY.key(),
                () -> new JwtSigner(
                        PrivateKeyPem.parse(assertion.key().reveal()),
                        SignatureAlgorithm.valueOf(assertion.algorithm()),
                        provider.json()));
    }

    private DpopClient dpop(Auth0Config.Dpop settings) {
        SecretText pem = settings.key();
        DpopKey key = pem == null
                ? DpopKey.generate(random, provider.json())
                : usable(ConfigKey.DPOP_KEY.key(), () -> DpopKey.ofPem(pem.reveal(), provider.json()));
        return new DpopClient(key, random, provider.clock(), provider.json());
    }

    /** Returns what was made; where that says the setting cannot be used, the deployment fails and names it. */
    static <T> T usable(String keys, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, keys + " " + e.getMessage());
        }
    }

    Set<SignatureAlgorithm> idTokenAlgorithms() {
        return config.idTokenAlgorithms().stream()
                .map(SignatureAlgorithm::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureAlgorithm.class)));
    }

    TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(requests, provider.answers(), secondFactors);
    }

    /** Returns what sends requests as this client. */
    ClientRequests requests() {
        return requests;
    }

    /** Returns what makes of an answer what an application sees. */
    TokenSets tokenSets() {
        return new TokenSets(idTokenValidator(), provider.clock());
    }

    AuthorizationEndpoint authorizationEndpoint(boolean pushed) {
        return new AuthorizationEndpoint(requests, new PushedAuthorization(requests, provider.answers()), pushed);
    }

    IdTokenValidator idTokenValidator() {
        return new IdTokenValidator(
                provider.issuer(),
                config.id(),
                idTokenAlgorithms(),
                provider.lifetime(ProviderParts.SKEW),
                provider.json());
    }

    Duration tokenRefreshBuffer() {
        return config.tokenRefreshBuffer();
    }

    OnBehalfOfGrant onBehalfOf() {
        return new OnBehalfOfGrant(
                new TokenEndpoint(requests, provider.answers()), new UnverifiedClaims(provider.json()));
    }

    /** Returns what tokens are bound with, null where they are not. */
    @Nullable
    DpopClient dpop() {
        return dpop;
    }

    void dropCaches() {
        if (dpop != null) {
            dpop.dropNonces();
        }
    }

    UserInfoEndpoint userInfo() {
        SignedUserInfo signed = new SignedUserInfo(
                provider.issuer(),
                config.id(),
                idTokenAlgorithms(),
                provider.lifetime(ProviderParts.SKEW),
                provider.json());
        return new UserInfoEndpoint(requests::endpoints, provider.transport(), provider.answers(), dpop, signed);
    }
}
