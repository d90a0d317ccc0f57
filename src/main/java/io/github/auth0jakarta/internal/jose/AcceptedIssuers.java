package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.TokenValidationException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Several issuers, of which the token may choose: nobody else is asked for keys, whatever a token says. */
public final class AcceptedIssuers implements IssuerChoice {
    private final Set<String> names;
    private final Function<String, TrustedIssuer> trusted;

    /**
     * @param names the issuers, as they stand in tokens
     * @param trusted gives one of them its keys
     */
    public AcceptedIssuers(Set<String> names, Function<String, TrustedIssuer> trusted) {
        this.names = Set.copyOf(names);
        this.trusted = trusted;
    }

    /**
     * Returns the issuer that the token names.
     *
     * @throws TokenValidationException where it is none of these
     */
    @Override
    public TrustedIssuer choose(Supplier<String> unverifiedIssuer) {
        String named = unverifiedIssuer.get();
        if (!names.contains(named)) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.ISSUER_MISMATCH, "the iss claim names no accepted issuer");
        }
        return trusted.apply(named);
    }
}
