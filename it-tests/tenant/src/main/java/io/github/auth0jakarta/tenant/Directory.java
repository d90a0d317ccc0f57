package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who and what is registered with the tenant; registering again replaces. */
final class Directory {

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Organization> organizations = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> consents = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> links = new ConcurrentHashMap<>();

    void register(Client client) {
        clients.put(client.id(), client);
    }

    void register(Api api) {
        apis.put(api.audience(), api);
    }

    void register(User user) {
        users.put(user.sub(), user);
    }

    void register(Organization organization) {
        organizations.put(organization.id(), organization);
    }

    void removeUser(String sub) {
        users.remove(sub);
    }

    @Nullable
    Client client(@Nullable String id) {
        return id == null ? null : clients.get(id);
    }

    @Nullable
    Api api(@Nullable String audience) {
        return audience == null ? null : apis.get(audience);
    }

    @Nullable
    User user(String sub) {
        return users.get(sub);
    }

    User require(String sub) {
        User user = users.get(sub);
        if (user == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "user is gone");
        }
        return user;
    }

    @Nullable
    Organization organization(@Nullable String idOrName) {
        return organizations.values().stream()
                .filter(found -> found.id().equals(idOrName) || found.name().equals(idOrName))
                .findFirst()
                .orElse(null);
    }

    /** Says whether a user may log in to an organisation; an invitation is used up and makes a member. */
    boolean admits(String organizationId, @Nullable String invitation, User user) {
        Organization organization = organizations.computeIfPresent(
                organizationId,
                (id, found) -> invitation != null && found.invitations().contains(invitation)
                        ? found.joined(user.sub(), invitation)
                        : found);
        return organization != null && organization.members().contains(user.sub());
    }

    void consented(User user, AuthorizationRequest request) {
        consents.merge(consentKey(user, request), request.wanted().scope(), (before, now) -> {
            Set<String> all = new HashSet<>(before);
            all.addAll(now);
            return all;
        });
    }

    boolean hasConsented(User user, AuthorizationRequest request) {
        return consents.getOrDefault(consentKey(user, request), Set.of())
                .containsAll(request.wanted().scope());
    }

    private static String consentKey(User user, AuthorizationRequest request) {
        return request.client().id() + " " + user.sub();
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

    @Nullable
    User login(String email, String password) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return users.values().stream()
                .filter(user -> user.email().toLowerCase(Locale.ROOT).equals(wanted))
                .filter(user -> user.password().equals(password))
                .findFirst()
                .orElse(null);
    }
}
