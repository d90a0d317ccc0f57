package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.OneTimePasswordChallenge;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.PasswordlessService;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.passwordless.Passwordless;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Logins without password for the current request. */
final class CurrentPasswordless implements PasswordlessService {
    private final Passwordless passwordless;
    private final TokenSets tokenSets;
    private final TokenLogins logins;
    private final @Nullable LoginStart start;

    /**
     * @param start null where there is no login
     */
    CurrentPasswordless(
            Passwordless passwordless, TokenSets tokenSets, TokenLogins logins, @Nullable LoginStart start) {
        this.passwordless = passwordless;
        this.tokenSets = tokenSets;
        this.logins = logins;
        this.start = start;
    }

    @Override
    public void start(PasswordlessRequest wanted) {
        if (wanted.delivery() != PasswordlessRequest.Delivery.EMAIL_LINK) {
            passwordless.sendCode(wanted);
            return;
        }
        if (start == null) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "login is switched off");
        }
        passwordless.check(wanted);
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        start.beginByMail(
                request,
                CurrentResponse.of(request),
                wanted.options(),
                parameters -> passwordless.sendLink(wanted, parameters));
    }

    @Override
    public String challenge(OneTimePasswordChallenge challenge) {
        return passwordless.challenge(challenge);
    }

    @Override
    public TokenSet verify(PasswordlessCode code) {
        TokenPurpose purpose = new TokenPurpose(code.audience().orElse(null), code.scopes());
        return tokenSets.of(passwordless.tokens(code, purpose), purpose);
    }

    @Override
    public void login(PasswordlessCode code) {
        logins.login(code.audience(), code.scopes(), null, purpose -> passwordless.tokens(code, purpose));
    }
}
