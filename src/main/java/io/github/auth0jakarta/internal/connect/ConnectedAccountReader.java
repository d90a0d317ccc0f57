package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.ConnectedAccount;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads connected accounts of answers of the My Account API. */
final class ConnectedAccountReader {
    private final MyAccountAnswers answers;

    ConnectedAccountReader(MyAccountAnswers answers) {
        this.answers = answers;
    }

    /** Returns the account that an object is. */
    ConnectedAccount account(Map<String, Object> members) {
        return new ConnectedAccount(
                answers.text(members, "id"),
                answers.text(members, "connection"),
                members.get("access_type") instanceof String type ? Optional.of(type) : Optional.empty(),
                scopes(members.get("scopes")),
                time(members, "created_at"),
                time(members, "expires_at"));
    }

    /** Returns the accounts of a page. */
    List<ConnectedAccount> accounts(Map<String, Object> page) {
        if (!(page.get("accounts") instanceof List<?> list)) {
            throw answers.malformed("accounts is missing or not a list");
        }
        List<ConnectedAccount> accounts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> object)) {
                throw answers.malformed("an account is not an object");
            }
            @SuppressWarnings("unchecked") // every object that StrictJson reads has this type
            Map<String, Object> members = (Map<String, Object>) object;
            accounts.add(account(members));
        }
        return accounts;
    }

    /** Returns where the next page begins, null where there is none. */
    @Nullable
    String next(Map<String, Object> page) {
        Object next = page.get("next");
        if (next == null || next.equals("")) {
            return null;
        }
        if (next instanceof String text) {
            return text;
        }
        throw answers.malformed("next is not a text");
    }

    private Set<String> scopes(@Nullable Object value) {
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw answers.malformed("scopes is not a list of texts");
        }
        Set<String> scopes = new LinkedHashSet<>();
        list.forEach(scope -> scopes.add((String) scope));
        return scopes;
    }

    private Optional<Instant> time(Map<String, Object> members, String name) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(String.valueOf(value)));
        } catch (DateTimeParseException e) {
            throw answers.malformed(name + " is not a time");
        }
    }
}
