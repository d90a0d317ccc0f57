package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Begins a session with the tokens that an exchange brought. */
@FunctionalInterface
public interface TokenLogin {

    /**
     * Begins the session, in place of any that the browser had.
     *
     * @param organization that was asked for, null for none
     */
    void begin(
            TokenResponse tokens,
            TokenPurpose purpose,
            @Nullable String organization,
            HttpServletRequest request,
            HttpServletResponse response);
}
