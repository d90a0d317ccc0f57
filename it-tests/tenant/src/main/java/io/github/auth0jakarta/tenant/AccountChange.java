package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that a user wants to link to the own one, or to unlink from it.
 *
 * @param link whether to link
 * @param connection where the other account lives
 */
record AccountChange(boolean link, String connection) {

    static final String LINK = "link_account";
    static final String UNLINK = "unlink_account";

    /** Returns what the scope asks for, or null; whoever asks names the connection and shows an ID token of the user. */
    static @Nullable AccountChange parse(Set<String> scope, Parameters parameters) {
        boolean link = scope.contains(LINK);
        boolean unlink = scope.contains(UNLINK);
        if (!link && !unlink) {
            return null;
        }
        if (link && unlink) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "an account is linked or unlinked, not both");
        }
        parameters.require("id_token_hint");
        return new AccountChange(link, parameters.require("requested_connection"));
    }
}
