package io.github.auth0jakarta.tenant;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who and what is registered with the tenant; registering again replaces. */
final class Directory {

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();

    void register(Client client) {
        clients.put(client.id(), client);
    }

    void register(Api api) {
        apis.put(api.audience(), api);
    }

    void register(User user) {
        users.put(user.sub(), user);
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
