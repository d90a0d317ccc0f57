package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestCookies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logins in flight, each in a sealed cookie of its own named after its state, so that tabs do not disturb each other.
 *
 * <p>A browser has at most so many of them; a further login takes the place of the oldest.
 */
public final class TransactionCookies {
    private static final String PREFIX = "__txn_";
    /** What browsers keep of one cookie, name and value (RFC 6265, 6.1). */
    private static final int LARGEST = 4096;
    /** What all of them may take of a request's Cookie header; servers refuse one of more than 8 KiB. */
    private static final int LARGEST_TOGETHER = 5 * 1024;

    private final CookieSeal seal;
    private final CookieAttributes attributes;
    private final StrictJson json;
    private final String prefix;
    private final Duration lifetime;
    private final int maximum;

    public TransactionCookies(
            CookieSeal seal, CookieAttributes attributes, StrictJson json, Duration lifetime, int maximum) {
        this.seal = seal;
        this.attributes = attributes;
        this.json = json;
        this.prefix = attributes.nameOf(PREFIX);
        this.lifetime = lifetime;
        this.maximum = maximum;
    }

    /**
     * Returns the {@code Set-Cookie} headers that begin a login and end those that are too many; empty where it does not fit
     * into a cookie.
     */
    Optional<List<String>> begin(Transaction transaction, RequestCookies cookies) {
        String name = prefix + transaction.state();
        String value = seal.seal(name, bytes(transaction));
        int size = name.length() + value.length();
        if (size > LARGEST) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>();
        for (String other : tooMany(cookies, size)) {
            headers.add(attributes.delete(other));
        }
        headers.add(attributes.set(name, value, lifetime));
        return Optional.of(headers);
    }

    private byte[] bytes(Transaction transaction) {
        return json.writeObject(transaction.toMap()).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> tooMany(RequestCookies cookies, int sizeOfNew) {
        List<String> names = new ArrayList<>(cookies.namesBeginningWith(prefix));
        names.sort(
                Comparator.comparing((String name) -> startedAt(name, cookies)).reversed());
        int room = LARGEST_TOGETHER - sizeOfNew;
        int kept = 0;
        for (String name : names) {
            room -= name.length() + cookies.first(name).orElse("").length();
            if (room < 0 || kept == maximum - 1) {
                break;
            }
            kept++;
        }
        return names.subList(kept, names.size());
    }

    /** One that cannot be read is as good as infinitely old. */
    private long startedAt(String name, RequestCookies cookies) {
        Transaction transaction = open(name, cookies);
        return transaction == null ? Long.MIN_VALUE : transaction.startedAt().getEpochSecond();
    }

    /** Returns the login that this browser began with this state, null where it did not. */
    @Nullable
    Transaction find(String state, RequestCookies cookies) {
        if (LoginKind.of(state).isEmpty()) {
            return null;
        }
        Transaction transaction = open(prefix + state, cookies);
        return transaction != null && transaction.state().equals(state) ? transaction : null;
    }

    private @Nullable Transaction open(String name, RequestCookies cookies) {
        return cookies.first(name)
                .flatMap(value -> seal.open(name, value))
                .map(opened -> parse(opened.plaintext()))
                .orElse(null);
    }

    private @Nullable Transaction parse(byte[] plaintext) {
        try {
            return Transaction.of(json.readObject(plaintext));
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /** Returns the {@code Set-Cookie} header that ends a login. */
    String end(Transaction transaction) {
        return attributes.delete(prefix + transaction.state());
    }

    /** Returns the {@code Set-Cookie} headers that end all logins of this browser. */
    public List<String> clear(RequestCookies cookies) {
        return cookies.namesBeginningWith(prefix).stream()
                .map(attributes::delete)
                .toList();
    }
}
