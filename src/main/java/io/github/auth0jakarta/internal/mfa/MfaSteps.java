package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaException;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.MfaVerification;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What {@code MfaService} does, for a given request. */
public final class MfaSteps {
    private final MfaTokens tokens;
    private final MfaEndpoints endpoints;
    private final TokenEndpoint tokenEndpoint;
    private final TokenSets tokenSets;
    private final SessionAccessTokens sessionTokens;
    private final DirectLogin login;
    private final MfaAttempts attempts;

    /** Begins a session with tokens that did not come by the code flow. */
    @FunctionalInterface
    public interface DirectLogin {
        void begin(
                TokenResponse tokens, TokenPurpose purpose, HttpServletRequest request, HttpServletResponse response);
    }

    /**
     * @param lifetime for how long a demand for a second factor can be met
     */
    public MfaSteps(
            MfaTokens tokens,
            MfaEndpoints endpoints,
            TokenEndpoint tokenEndpoint,
            TokenSets tokenSets,
            SessionAccessTokens sessionTokens,
            DirectLogin login,
            Duration lifetime,
            InstantSource clock) {
        this.tokens = tokens;
        this.endpoints = endpoints;
        this.tokenEndpoint = tokenEndpoint;
        this.tokenSets = tokenSets;
        this.sessionTokens = sessionTokens;
        this.login = login;
        this.attempts = new MfaAttempts(lifetime, clock);
    }

    /** Returns what the caller has enrolled, without what will not do. */
    public List<MfaAuthenticator> authenticators(String mfaToken, HttpServletRequest request) {
        MfaContext context = tokens.open(mfaToken, request);
        Set<String> demanded = context.requirements().challenge();
        return endpoints.authenticators(context.providerToken()).stream()
                .filter(authenticator -> demanded.isEmpty() || FactorNames.isOneOf(authenticator, demanded))
                .toList();
    }

    /**
     * Enrols a factor. Where the provider names factors that the caller has, and none to enrol, none can be: whoever has only
     * the first factor must not add a second one of their own.
     */
    public MfaEnrollment enroll(String mfaToken, MfaEnrollmentRequest factor, HttpServletRequest request) {
        MfaContext context = tokens.open(mfaToken, request);
        MfaInputs.check(factor);
        Set<String> demanded = context.requirements().enroll();
        boolean available = demanded.isEmpty()
                ? context.requirements().challenge().isEmpty()
                : FactorNames.isOneOf(factor.factor(), demanded);
        if (!available) {
            throw notAvailable();
        }
        return endpoints.associate(context.providerToken(), factor);
    }

    /** Begins a challenge. */
    public MfaChallenge challenge(String mfaToken, MfaChallengeRequest wanted, HttpServletRequest request) {
        MfaContext context = tokens.open(mfaToken, request);
        MfaInputs.check(wanted);
        Set<String> demanded = context.requirements().challenge();
        if (!demanded.isEmpty() && !FactorNames.isChallengedBy(wanted.type(), demanded)) {
            throw notAvailable();
        }
        return endpoints.challenge(context.providerToken(), wanted);
    }

    private static MfaException notAvailable() {
        return new MfaException(Auth0ErrorCode.MFA_FACTOR_NOT_AVAILABLE, "the provider does not want this factor");
    }

    /** Deletes a factor. */
    public void delete(String mfaToken, String authenticatorId, HttpServletRequest request) {
        MfaContext context = tokens.open(mfaToken, request);
        endpoints.delete(context.providerToken(), MfaInputs.id(authenticatorId));
    }

    /** Deletes a factor of the user whom an access token is for. */
    public void delete(AccessToken accessToken, String authenticatorId) {
        endpoints.delete(accessToken.value(), MfaInputs.id(authenticatorId));
    }

    /** Shows a factor; the session keeps the tokens where it asked for them. */
    public MfaResult verify(
            String mfaToken, MfaVerification factor, HttpServletRequest request, HttpServletResponse response) {
        MfaContext context = tokens.open(mfaToken, request);
        MfaInputs.check(factor);
        if (context.purpose().ofSession()) {
            return intoSession(context, factor, Objects.requireNonNull(RequestSession.of(request)));
        }
        TokenResponse issued = grant(context, factor);
        TokenSet set = tokenSets.of(issued, context.purpose());
        if (context.binding().kind() == MfaBinding.Kind.BROWSER && issued.idToken() != null) {
            login.begin(issued, context.purpose(), request, response);
            set = kept(issued, set.accessToken());
        }
        return new MfaResult(set, Optional.ofNullable(issued.recoveryCode()));
    }

    /** Returns whether {@link #verify} has a session keep the tokens, as far as that can be told before. */
    boolean isKept(String mfaToken, HttpServletRequest request) {
        MfaContext context = tokens.open(mfaToken, request);
        return context.purpose().ofSession() || context.binding().kind() == MfaBinding.Kind.BROWSER;
    }

    private MfaResult intoSession(MfaContext context, MfaVerification factor, RequestSession session) {
        AtomicReference<TokenResponse> issued = new AtomicReference<>();
        AccessToken token = sessionTokens.keep(session, context.purpose(), () -> {
            TokenResponse response = grant(context, factor);
            issued.set(response);
            return response;
        });
        TokenResponse answer = Objects.requireNonNull(issued.get());
        return new MfaResult(kept(answer, token), Optional.ofNullable(answer.recoveryCode()));
    }

    /** What the session has is not handed out a second time. */
    private static TokenSet kept(TokenResponse answer, AccessToken accessToken) {
        return new TokenSet(
                accessToken,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.ofNullable(answer.issuedTokenType()),
                ActorChain.of(Map.of()),
                answer.authorizationDetails() == null ? List.of() : answer.authorizationDetails());
    }

    private TokenResponse grant(MfaContext context, MfaVerification factor) {
        FormBody form = new FormBody().add("grant_type", factor.grantType()).add("mfa_token", context.providerToken());
        factor.parameters().forEach(form::add);
        form.add("audience", context.purpose().audience())
                .add("scope", context.purpose().scopeText());
        return MfaEndpoints.tokenErrors(
                () -> attempts.make(context, () -> tokenEndpoint.grant(form, context.purpose())));
    }
}
