package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** What our identity store does with an access token: verify it, and say who its caller is. */
public final class AccessTokenStore {
    private static final Logger LOGGER = System.getLogger(AccessTokenStore.class.getName());

    private final AccessTokenValidator validator;
    private final ProofOfPossession possession;
    private final CallerMapping mapping;
    private final Principals principals;
    private final RefusalLog refusals;

    public AccessTokenStore(
            AccessTokenValidator validator,
            ProofOfPossession possession,
            CallerMapping mapping,
            Principals principals,
            RefusalLog refusals) {
        this.validator = validator;
        this.possession = possession;
        this.mapping = mapping;
        this.principals = principals;
        this.refusals = refusals;
    }

    /**
     * Returns who the caller is; invalid where the token is refused.
     *
     * @throws io.github.auth0jakarta.Auth0Exception where the provider's keys cannot be had, or the proofs that were used before:
     *     that says nothing about the token
     */
    public CredentialValidationResult validate(AccessTokenCredential credential) {
        try {
            Caller caller = caller(verified(credential));
            return new CredentialValidationResult(principals.of(caller), caller.groups());
        } catch (TokenValidationException e) {
            return refused(credential, e.code(), e);
        } catch (LoginException e) { // of the application's GroupsMapper, which has been logged
            return refused(credential, Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED, e);
        } catch (Auth0Exception e) {
            refusals.note(e);
            throw e;
        }
    }

    private JwtAccessToken verified(AccessTokenCredential credential) {
        PresentedAccessToken presented = credential instanceof PresentedAccessToken ours ? ours : null;
        Presentation presentation = presented == null ? Presentation.BEARER : presented.presentation();
        possession.requireAccepted(presentation.scheme());
        JwtAccessToken token = validator.validate(
                credential.token(),
                presented == null ? AccessTokenDemands.NONE : AccessTokenDemands.from(presented.origin()));
        if (possession.accept(token, presentation) && presented != null) {
            presented.wantNonce();
        }
        return token;
    }

    private CredentialValidationResult refused(
            AccessTokenCredential credential, Auth0ErrorCode code, Auth0Exception reason) {
        refusals.note(reason);
        if (credential instanceof PresentedAccessToken presented) {
            presented.refuse(code);
        }
        return CredentialValidationResult.INVALID_RESULT;
    }

    /**
     * Returns the groups that a login's own access token gives; none where it is not one for this application.
     *
     * <p>Nobody presents it, so it may be bound to our own key.
     */
    public Set<String> groups(String accessToken) {
        try {
            return mapping.groups(validator.validate(accessToken).claims());
        } catch (TokenValidationException e) {
            LOGGER.log(Level.DEBUG, "The access token of a login gives no groups: {0}", e.getMessage());
            return Set.of();
        }
    }

    private Caller caller(JwtAccessToken token) {
        return new Caller(
                Auth0Session.Source.ACCESS_TOKEN,
                mapping.name(token.claims(), token.subject()),
                mapping.groups(token.claims()),
                token.claims(),
                token.token(),
                token.expiresAt());
    }
}
