package io.github.auth0jakarta.tenant;

import java.util.HashSet;
import java.util.Set;

/**
 * An organisation that users log in to.
 *
 * @param id its identifier, which begins with {@code org_}
 * @param name its name, in lower case as at Auth0
 * @param members the subs of its members
 * @param invitations the tickets that make members of those who log in with them
 */
public record Organization(String id, String name, Set<String> members, Set<String> invitations) {

    /** Returns an organisation without open invitations. */
    public static Organization of(String id, String name, String... members) {
        return new Organization(id, name, Set.of(members), Set.of());
    }

    /** Returns the organisation with a further open invitation. */
    public Organization invitation(String ticket) {
        return new Organization(id, name, members, plus(invitations, ticket));
    }

    /** The organisation after somebody has used a ticket. */
    Organization joined(String sub, String ticket) {
        Set<String> open = new HashSet<>(invitations);
        open.remove(ticket);
        return new Organization(id, name, plus(members, sub), Set.copyOf(open));
    }

    private static Set<String> plus(Set<String> set, String element) {
        Set<String> more = new HashSet<>(set);
        more.add(element);
        return Set.copyOf(more);
    }
}
