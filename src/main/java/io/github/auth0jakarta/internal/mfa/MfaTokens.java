package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaException;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.SecondFactorDemand;
import io.github.auth0jakarta.internal.oauth.SecondFactors;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens by which an application goes on with a demand for a second factor: the provider's token and its context, sealed,
 * so that nobody else can use it and nobody reads it.
 */
public final class MfaTokens implements SecondFactors {
    /** How long one may be; those of Auth0 come to less than a kilobyte. */
    public static final int LONGEST = 16 * 1024;

    private static final int LONGEST_OF_PROVIDER = 8 * 1024;
    private static final String NAME = "mfa_token";

    private final CookieSeal seal;
    private final BrowserSecret browser;
    private final Supplier<@Nullable HttpServletRequest> currentRequest;
    private final StrictJson json;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * @param seal of a purpose of its own, for up to {@link #LONGEST} characters
     * @param currentRequest returns the request that is being answered, null where there is none
     */
    public MfaTokens(
            CookieSeal seal,
            BrowserSecret browser,
            Supplier<@Nullable HttpServletRequest> currentRequest,
            StrictJson json,
            Duration lifetime,
            InstantSource clock) {
        this.seal = seal;
        this.browser = browser;
        this.currentRequest = currentRequest;
        this.json = json;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public AuthorizationServerException required(SecondFactorDemand demand, TokenPurpose purpose) {
        String token = demand.token();
        MfaBinding binding = token.isEmpty() || token.length() > LONGEST_OF_PROVIDER ? null : binding();
        return new MfaRequiredException(
                demand.status(),
                binding == null
                        ? ""
                        : seal(new MfaContext(token, purpose, demand.requirements(), binding, clock.instant())),
                demand.requirements());
    }

    private String seal(MfaContext context) {
        return seal.seal(NAME, json.writeObject(context.toMap()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever sends a token of their own has no browser that could be told from others. */
    private @Nullable MfaBinding binding() {
        HttpServletRequest request = currentRequest.get();
        if (request == null) {
            return null;
        }
        RequestSession session = RequestSession.of(request);
        if (session != null) {
            return MfaBinding.toSession(session.data());
        }
        HttpServletResponse response = CurrentResponse.find(request);
        return response == null || response.isCommitted() || request.getHeader("Authorization") != null
                ? null
                : MfaBinding.toBrowser(browser.keep(request, response));
    }

    /**
     * Opens a token in the request that it came with.
     *
     * @throws MfaException {@code mfa.token_invalid}, {@code mfa.token_expired}
     */
    MfaContext open(String token, HttpServletRequest request) {
        MfaContext context =
                seal.open(NAME, token).map(opened -> parse(opened.plaintext())).orElse(null);
        if (context == null) {
            throw new MfaException(Auth0ErrorCode.MFA_TOKEN_INVALID, "the mfa_token is none of ours");
        }
        if (!isBound(context.binding(), request)) {
            throw new MfaException(Auth0ErrorCode.MFA_TOKEN_INVALID, "the mfa_token came up elsewhere");
        }
        if (!clock.instant().isBefore(context.createdAt().plus(lifetime))) {
            throw new MfaException(Auth0ErrorCode.MFA_TOKEN_EXPIRED, "the mfa_token has ended");
        }
        return context;
    }

    private @Nullable MfaContext parse(byte[] plaintext) {
        try {
            return MfaContext.of(json.readObject(plaintext));
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private boolean isBound(MfaBinding binding, HttpServletRequest request) {
        if (binding.kind() == MfaBinding.Kind.SESSION) {
            RequestSession session = RequestSession.of(request);
            return session != null && binding.equals(MfaBinding.toSession(session.data()));
        }
        return browser.find(request)
                .map(secret -> binding.equals(MfaBinding.toBrowser(secret)))
                .orElse(false);
    }
}
