package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ProtocolParameters;
import io.github.auth0jakarta.internal.web.Query;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a link to the login route may say: where to go afterwards, whether in a window of its own, and those parameters of
 * the authorization request that the configuration lets pass.
 *
 * <p>Anybody can make such a link. So all else is ignored, as is an organization where the configuration names one.
 */
final class LoginLink {
    private static final int LONGEST = 2_048;

    private final String issuer;
    private final Set<String> allowed;

    LoginLink(String issuer, Auth0Config.Requests config) {
        this.issuer = issuer;
        this.allowed = new TreeSet<>(config.allowedParameters());
        this.allowed.removeAll(ProtocolParameters.OF_AUTHORIZATION);
        if (config.organization() != null) {
            allowed.remove("organization");
        }
    }

    /**
     * Returns the options of a link.
     *
     * @param query null where it could not be read
     * @throws LoginException {@code login.options_invalid}; {@code login.issuer_mismatch} where another site begins a login
     *     at another provider (OpenID Connect Core, 4)
     */
    LoginOptions options(@Nullable Query query) {
        if (query == null) {
            throw RequestedLogin.invalid("the query cannot be read, or has a parameter twice");
        }
        String namedIssuer = query.value("iss");
        if (namedIssuer != null && !namedIssuer.equals(issuer)) {
            throw new LoginException(Auth0ErrorCode.LOGIN_ISSUER_MISMATCH, "the link names another issuer");
        }
        LoginOptions options = LoginOptions.defaults();
        for (String name : allowed) {
            String value = query.value(name);
            if (value != null) {
                options = options.withParameter(name, bounded(name, value));
            }
        }
        String returnTo = query.value("returnTo") == null ? query.value("target_link_uri") : query.value("returnTo");
        options = returnTo == null ? options : options.withReturnTo(returnTo);
        return isPopup(query.value("challengeMode")) ? options.inPopup() : options;
    }

    private static String bounded(String name, String value) {
        if (value.length() > LONGEST) {
            throw RequestedLogin.invalid(name + " is too long");
        }
        return value;
    }

    private static boolean isPopup(@Nullable String challengeMode) {
        if (challengeMode != null && !challengeMode.equals("popup") && !challengeMode.equals("redirect")) {
            throw RequestedLogin.invalid("challengeMode is neither popup nor redirect");
        }
        return "popup".equals(challengeMode);
    }
}
