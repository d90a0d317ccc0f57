package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyEnrollment;
import io.github.auth0jakarta.PasskeyRegistration;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasskeyService;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.passwordless.PasskeyEnrollments;
import io.github.auth0jakarta.internal.passwordless.Passkeys;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passkeys for the caller of the current request. */
final class CurrentPasskeys implements PasskeyService {
    private final Passkeys passkeys;
    private final TokenSets tokenSets;
    private final TokenLogins logins;
    private final @Nullable PasskeyEnrollments enrollments;

    /**
     * @param login null where there is none, and so nobody who could add a passkey
     */
    CurrentPasskeys(
            Passkeys passkeys, TokenSets tokenSets, TokenLogins logins, StrictJson json, @Nullable LoginParts login) {
        this.passkeys = passkeys;
        this.tokenSets = tokenSets;
        this.logins = logins;
        this.enrollments = login == null
                ? null
                : new PasskeyEnrollments(login.connect().api(), login.connect().tokens(), json);
    }

    @Override
    public PasskeyChallenge registrationChallenge(PasskeyRegistration registration) {
        return passkeys.registrationChallenge(registration);
    }

    @Override
    public PasskeyChallenge loginChallenge(@Nullable String connection, @Nullable String organization) {
        return passkeys.loginChallenge(connection, organization);
    }

    @Override
    public TokenSet verify(PasskeyResponse response) {
        TokenPurpose purpose = new TokenPurpose(response.audience().orElse(null), response.scopes());
        return tokenSets.of(passkeys.tokens(response, purpose), purpose);
    }

    @Override
    public void login(PasskeyResponse response) {
        logins.login(
                response.audience(),
                response.scopes(),
                response.organization().orElse(null),
                purpose -> passkeys.tokens(response, purpose));
    }

    @Override
    public PasskeyEnrollment beginEnrollment(@Nullable String connection, @Nullable String identity) {
        return enrollments().begin(CurrentConnectedAccounts.session(), connection, identity);
    }

    @Override
    public void completeEnrollment(PasskeyEnrollment enrollment, Map<String, Object> response) {
        enrollments().complete(CurrentConnectedAccounts.session(), enrollment, response);
    }

    private PasskeyEnrollments enrollments() {
        if (enrollments == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        return enrollments;
    }
}
