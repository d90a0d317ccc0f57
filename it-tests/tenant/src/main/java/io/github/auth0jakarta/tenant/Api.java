package io.github.auth0jakarta.tenant;

import java.util.Set;

/**
 * A registered API.
 *
 * @param audience its identifier, the {@code aud} of its tokens
 * @param scopes the permissions that it defines, which are also its scopes
 * @param roleBased whether a user's permissions limit the scopes and stand in the {@code permissions} claim; otherwise whoever asks gets
 * @param offlineAccess whether clients may have refresh tokens for it
 */
public record Api(String audience, Set<String> scopes, boolean roleBased, boolean offlineAccess) {

    /** Returns an API with role-based access control and refresh tokens. */
    public static Api of(String audience, String... scopes) {
        return new Api(audience, Set.of(scopes), true, true);
    }
}
