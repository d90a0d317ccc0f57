package io.github.auth0jakarta.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The users' accounts at other providers, for which the tenant keeps tokens (Auth0's Token Vault). */
public final class ConnectedAccounts {

    private final List<Account> accounts = new CopyOnWriteArrayList<>();
    private final Set<String> offered = ConcurrentHashMap.newKeySet();

    ConnectedAccounts() {}

    /**
     * An account at another provider.
     *
     * @param id the tenant's name of it
     * @param sub whose it is here
     * @param connection the tenant's name of the provider
     * @param userId its name there
     * @param scopes what it was connected with
     * @param createdAt when
     */
    public record Account(
            String id, String sub, String connection, String userId, Set<String> scopes, Instant createdAt) {

        public Account {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Has users connect accounts at this connection. */
    public ConnectedAccounts offer(String connection) {
        offered.add(connection);
        return this;
    }

    boolean isOffered(String connection) {
        return offered.contains(connection);
    }

    /** Adds an account, in the place of what the same user had of the same account before. */
    ConnectedAccounts connect(Account account) {
        accounts.removeIf(before -> before.sub().equals(account.sub())
                && before.connection().equals(account.connection())
                && before.userId().equals(account.userId()));
        return add(account);
    }

    /** Adds an account. */
    public ConnectedAccounts add(Account account) {
        accounts.add(account);
        return this;
    }

    /** Returns the accounts of a user, in the order in which they were connected. */
    public List<Account> of(String sub) {
        return accounts.stream().filter(account -> account.sub().equals(sub)).toList();
    }

    /** Takes an account away from its user; returns whether it was there. */
    public boolean remove(String sub, String id) {
        return accounts.removeIf(
                account -> account.sub().equals(sub) && account.id().equals(id));
    }

    /** Returns the user's account at a connection: the one of this name there, or the only one; null for none. */
    @Nullable
    Account find(String sub, String connection, @Nullable String userId) {
        List<Account> found = of(sub).stream()
                .filter(account -> account.connection().equals(connection))
                .filter(account -> userId == null || account.userId().equals(userId))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
