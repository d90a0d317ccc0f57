package io.github.auth0jakarta.spi;

import java.util.Map;
import java.util.Set;

/**
 * Makes the Jakarta groups of a caller of its claims; an application's bean takes the place of {@code auth0.groups.claims}.
 *
 * <p>Called for each access token, and at a login for its ID token and, where that is one for this application, for the access token
 * that it brought; before the identity stores add theirs. An exception refuses the caller.
 */
public interface GroupsMapper {

    /**
     * Returns the groups.
     *
     * @param claims of the ID token (login) or of the access token (API), verified and unmodifiable
     * @param configured the groups that {@code auth0.groups.claims} and the scopes give
     */
    Set<String> groups(Map<String, Object> claims, Set<String> configured);
}
