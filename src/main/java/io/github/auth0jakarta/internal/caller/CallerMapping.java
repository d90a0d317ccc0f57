package io.github.auth0jakarta.internal.caller;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.spi.GroupsMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a name and groups of claims; text is kept exactly, and a claim of another type than expected gives nothing.
 *
 * @param nameClaims the claims that name the caller, the first that is there does; the subject stands in for all
 * @param groupsClaims claims whose elements become groups
 * @param mapper the application's, which has the last word on groups
 */
public record CallerMapping(List<ClaimPath> nameClaims, List<ClaimPath> groupsClaims, Supplier<GroupsMapper> mapper) {
    /** What stands before a scope in the name of its group. */
    public static final String SCOPE_GROUP = "SCOPE_";

    /** Leaves groups as they are configured. */
    public static final GroupsMapper AS_CONFIGURED = (claims, configured) -> configured;

    private static final Logger LOGGER = System.getLogger(CallerMapping.class.getName());

    /**
     * Reads the paths of the claims.
     *
     * @throws io.github.auth0jakarta.ConfigurationException where one is none
     */
    public static CallerMapping of(List<String> nameClaims, List<String> groupsClaims, Supplier<GroupsMapper> mapper) {
        return new CallerMapping(
                nameClaims.stream().map(ClaimPath::parse).toList(),
                groupsClaims.stream().map(ClaimPath::parse).toList(),
                mapper);
    }

    /** Returns the caller's name. */
    public String name(Map<String, Object> claims, String subject) {
        for (ClaimPath path : nameClaims) {
            if (path.in(claims) instanceof String name && !name.isEmpty()) {
                return name;
            }
        }
        return subject;
    }

    /**
     * Returns the groups: the elements of the configured claims, and each scope with {@code SCOPE_} before it; then what the
     * application's mapper makes of them.
     *
     * @throws LoginException {@code login.refused_by_application} where the mapper fails
     */
    public Set<String> groups(Map<String, Object> claims) {
        Set<String> groups = new LinkedHashSet<>();
        for (ClaimPath path : groupsClaims) {
            if (path.in(claims) instanceof List<?> elements) {
                elements.forEach(element -> addGroup(groups, element));
            }
        }
        if (claims.get("scope") instanceof String scope) {
            Scopes.parse(scope).forEach(token -> groups.add(SCOPE_GROUP + token));
        }
        return mapped(claims, Collections.unmodifiableSet(groups));
    }

    private Set<String> mapped(Map<String, Object> claims, Set<String> configured) {
        try {
            return Set.copyOf(mapper.get().groups(Collections.unmodifiableMap(claims), configured));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A caller was refused by the application's GroupsMapper", e);
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_REFUSED_BY_APPLICATION, "the GroupsMapper refused the caller", e);
        }
    }

    private static void addGroup(Set<String> groups, Object element) {
        if (element instanceof String group && !group.isEmpty()) {
            groups.add(group);
        }
    }
}
