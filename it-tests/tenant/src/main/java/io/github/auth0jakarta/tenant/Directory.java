package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who and what is registered with the tenant; registering again replaces. */
final class Directory {

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private final Map<String, ExchangeProfile> profiles = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Organization> organizations = new ConcurrentHashMap<>();

    void register(ExchangeProfile profile) {
        profiles.put(profile.subjectTokenType(), profile);
    }

    @Nullable
    ExchangeProfile profile(String subjectTokenType) {
        return profiles.get(subjectTokenType);
    }

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

    /** Returns a user of whom something holds, null where there is none. */
    @Nullable
    User find(Predicate<User> test) {
        return users.values().stream().filter(test).findFirst().orElse(null);
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

    /** Makes somebody a member of an organisation who was signed up for it. */
    void join(String organizationId, User user) {
        organizations.computeIfPresent(organizationId, (id, found) -> found.joined(user.sub(), ""));
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
