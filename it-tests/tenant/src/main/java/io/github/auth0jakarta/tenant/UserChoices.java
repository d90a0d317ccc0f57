package io.github.auth0jakarta.tenant;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What users have decided on their way through logins: what they share with whom, and which accounts they linked. */
final class UserChoices {

    private final Map<String, Set<String>> consents = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> links = new ConcurrentHashMap<>();

    void consent(User user, AuthorizationRequest request) {
        consents.merge(key(user, request), request.wanted().scope(), UserChoices::union);
    }

    boolean hasConsented(User user, AuthorizationRequest request) {
        return consents.getOrDefault(key(user, request), Set.of())
                .containsAll(request.wanted().scope());
    }

    private static String key(User user, AuthorizationRequest request) {
        return request.client().id() + " " + user.sub();
    }

    private static Set<String> union(Set<String> before, Set<String> now) {
        Set<String> all = new HashSet<>(before);
        all.addAll(now);
        return all;
    }

    void apply(AccountChange change, User user) {
        Set<String> linked = links.computeIfAbsent(user.sub(), sub -> ConcurrentHashMap.newKeySet());
        if (change.link()) {
            linked.add(change.connection());
        } else {
            linked.remove(change.connection());
        }
    }

    /** The connections that the user has linked. */
    Set<String> links(String sub) {
        return Set.copyOf(links.getOrDefault(sub, Set.of()));
    }
}
