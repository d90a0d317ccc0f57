package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.http.FormBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parameters that an application adds to an exchange, none of which may change what the exchange is. */
final class FurtherParameters {
    private static final int MOST_VALUES = 20;

    private static final Set<String> OF_PROTOCOL = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "subject_token",
            "subject_token_type",
            "requested_token_type",
            "actor_token",
            "actor_token_type",
            "audience",
            "aud",
            "resource",
            "resources",
            "resource_indicator",
            "scope",
            "connection",
            "login_hint",
            "organization",
            "assertion");

    private FurtherParameters() {}

    /**
     * Adds them, one with several values several times.
     *
     * @throws TokenExchangeException {@code token_exchange.parameter_refused}
     */
    static void addTo(FormBody form, Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (name.isBlank() || OF_PROTOCOL.contains(name.strip().toLowerCase(Locale.ROOT))) {
                throw refused("a further parameter has no name, or that of one that the protocol sets");
            }
            if (values.isEmpty() || values.size() > MOST_VALUES) {
                throw refused("a further parameter has no value, or more than " + MOST_VALUES);
            }
            values.forEach(value -> form.add(name, value));
        });
    }

    private static TokenExchangeException refused(String why) {
        return new TokenExchangeException(Auth0ErrorCode.TOKEN_EXCHANGE_PARAMETER_REFUSED, why);
    }
}
