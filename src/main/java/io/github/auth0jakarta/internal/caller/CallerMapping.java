package io.github.auth0jakarta.internal.caller;

import io.github.auth0jakarta.internal.oauth.Scopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a name and groups of claims; text is kept exactly, and a claim of another type than expected gives nothing.
 *
 * @param nameClaims the claims that name the caller, the first that is there does; the subject stands in for all
 * @param groupsClaims claims whose elements become groups
 */
public record CallerMapping(List<String> nameClaims, List<String> groupsClaims) {
    private static final String SCOPE_GROUP = "SCOPE_";

    /** Returns the caller's name. */
    public String name(Map<String, Object> claims, String subject) {
        return nameClaims.stream()
                .map(claims::get)
                .filter(name -> name instanceof String text && !text.isEmpty())
                .map(String.class::cast)
                .findFirst()
                .orElse(subject);
    }

    /** Returns the groups: the elements of the configured claims, and each scope with {@code SCOPE_} before it. */
    public Set<String> groups(Map<String, Object> claims) {
        Set<String> groups = new LinkedHashSet<>();
        for (String claim : groupsClaims) {
            if (claims.get(claim) instanceof List<?> elements) {
                elements.forEach(element -> addGroup(groups, element));
            }
        }
        if (claims.get("scope") instanceof String scope) {
            Scopes.parse(scope).forEach(token -> groups.add(SCOPE_GROUP + token));
        }
        return groups;
    }

    private static void addGroup(Set<String> groups, Object element) {
        if (element instanceof String group && !group.isEmpty()) {
            groups.add(group);
        }
    }
}
