package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.oauth.IdTokenExpectations;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import io.github.auth0jakarta.internal.session.LoginRenewal;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for an ID token that a refresh brings (OpenID Connect Core, 12.2), and what it changes in the session. */
public final class RefreshedIdToken implements LoginRenewal {
    private final IdTokenValidator validator;
    private final StoredIdToken storedIdTokens;
    private final LoginCompletion.CallerCheck callerCheck;
    private final SessionCustomization customization;

    public RefreshedIdToken(
            IdTokenValidator validator,
            StoredIdToken storedIdTokens,
            LoginCompletion.CallerCheck callerCheck,
            SessionCustomization customization) {
        this.validator = validator;
        this.storedIdTokens = storedIdTokens;
        this.callerCheck = callerCheck;
        this.customization = customization;
    }

    @Override
    public Renewed verify(SessionData session, String idToken, String accessToken) {
        Map<String, Object> earlier = storedIdTokens.claims(session.idToken());
        if (earlier == null) {
            throw new IllegalStateException("the session has no readable ID token");
        }
        VerifiedIdToken verified = validator.validate(
                idToken,
                IdTokenExpectations.refresh((String) earlier.get("nonce")).withAccessToken(accessToken));
        requireSameLogin(session.login(), earlier.get("aud"), verified);
        Set<String> groups = groups(verified, accessToken);
        return current -> customization.beforeSave(
                current.withLogin(current.login().withIdToken(verified.token(), groups)),
                verified.claims().asMap());
    }

    /** The issuer is the only one whose tokens the validator takes. */
    private static void requireSameLogin(
            SessionData.Login login, @Nullable Object earlierAudience, VerifiedIdToken refreshed) {
        if (!refreshed.subject().equals(login.subject())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_SUBJECT_MISMATCH, "the refreshed ID token names somebody else");
        }
        if (!refreshed.claims().requireAudience().containsAll(audience(earlierAudience))) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH, "the refreshed ID token is not for all of the audience");
        }
        Instant issuedAt = refreshed.claims().requireInstant("iat");
        if (issuedAt.isBefore(login.issuedAt())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_OLDER_THAN_LOGIN, "the refreshed ID token was issued before the login's");
        }
    }

    private static Collection<?> audience(@Nullable Object claim) {
        return claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
    }

    private Set<String> groups(VerifiedIdToken verified, String accessToken) {
        CredentialValidationResult caller = callerCheck.validate(verified, accessToken);
        if (caller.getStatus() != CredentialValidationResult.Status.VALID) {
            throw new LoginException(Auth0ErrorCode.LOGIN_CALLER_REFUSED, "an identity store refused the caller");
        }
        return caller.getCallerGroups();
    }
}
