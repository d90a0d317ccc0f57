package io.github.auth0jakarta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session has ended because its caller or the application wished so, or because it could not go on.
 *
 * @param reason which of them
 * @param issuer who vouched for the caller
 * @param subject who it was, to this issuer
 * @param sid the provider's id of the session, null where it gave none
 * @param time when
 */
public record LoggedOut(
        Reason reason,
        String issuer,
        String subject,
        @Nullable String sid,
        Instant time) {

    /** Why a session has ended. */
    public enum Reason {
        /** The logout route, or {@code LogoutService}. */
        LOGOUT,
        /** {@code HttpServletRequest.logout()}, or {@code LogoutService.logoutLocally()}. */
        LOCAL_LOGOUT,
        /** Another login of the same browser took its place. */
        NEW_LOGIN,
        /** The provider refused its refresh token for good. */
        REFRESH_REFUSED
    }
}
