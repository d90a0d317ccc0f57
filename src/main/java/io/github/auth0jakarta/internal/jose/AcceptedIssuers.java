package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.TokenValidationException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Several issuers, of which the token may choose: nobody else is asked for keys, whatever a token says. */
public final class AcceptedIssuers implements IssuerChoice {
    private final Map<String, TrustedIssuer> byName;

    public AcceptedIssuers(List<TrustedIssuer> issuers) {
        this.byName =
                issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuer, Function.identity()));
    }

    /**
     * Returns the issuer that the token names.
     *
     * @throws TokenValidationException where it is none of these
     */
    @Override
    public TrustedIssuer choose(Supplier<String> unverifiedIssuer) {
        TrustedIssuer named = byName.get(unverifiedIssuer.get());
        if (named == null) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.ISSUER_MISMATCH, "the iss claim names no accepted issuer");
        }
        return named;
    }
}
