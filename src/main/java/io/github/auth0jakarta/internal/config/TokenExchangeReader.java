package io.github.auth0jakarta.internal.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads which tokens may be exchanged; problems are collected, not thrown. */
final class TokenExchangeReader {
    /** RFC 8693, 3: what providers other than Auth0 exchange, and Auth0 by its own profiles. */
    private static final Set<String> STANDARD = Set.of(
            "urn:ietf:params:oauth:token-type:access_token",
            "urn:ietf:params:oauth:token-type:refresh_token",
            "urn:ietf:params:oauth:token-type:id_token",
            "urn:ietf:params:oauth:token-type:saml1",
            "urn:ietf:params:oauth:token-type:saml2",
            "urn:ietf:params:oauth:token-type:jwt");

    /** Auth0 keeps these to itself; a profile cannot have such a type. */
    private static final List<String> RESERVED = List.of(
            "http://auth0.com",
            "https://auth0.com",
            "http://okta.com",
            "https://okta.com",
            "urn:ietf",
            "urn:auth0",
            "urn:okta");

    private final Values values;
    private final Problems problems;

    TokenExchangeReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Auth0Config.TokenExchange read() {
        return new Auth0Config.TokenExchange(subjectTokenTypes(), audiences());
    }

    private Set<String> subjectTokenTypes() {
        List<String> types = values.list(ConfigKey.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPES);
        if (!types.stream().allMatch(TokenTypeIdentifier::isValid)) {
            problems.add(
                    ConfigKey.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPES, "is not a URL or URN of 10 to 100 characters each");
        } else if (types.stream().anyMatch(TokenExchangeReader::isReserved)) {
            problems.add(ConfigKey.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPES, "has a type that Auth0 reserves for itself");
        }
        return Set.copyOf(new HashSet<>(types));
    }

    private static boolean isReserved(String type) {
        String inLowerCase = type.toLowerCase(Locale.ROOT);
        return !STANDARD.contains(type) && RESERVED.stream().anyMatch(inLowerCase::startsWith);
    }

    /** What a login may ask for, an exchange may, too. */
    private Set<String> audiences() {
        Set<String> audiences = new HashSet<>(values.list(ConfigKey.TOKEN_EXCHANGE_AUDIENCES));
        String own = values.text(ConfigKey.AUDIENCE);
        if (own != null) {
            audiences.add(own);
        }
        for (String element : values.list(ConfigKey.AUDIENCE_SCOPES)) {
            audiences.add(element.split(" ", 2)[0]);
        }
        return Set.copyOf(audiences);
    }
}
