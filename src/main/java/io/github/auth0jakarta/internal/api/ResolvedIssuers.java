package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.jose.IssuerChoice;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.spi.IssuerResolver;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the application's {@link IssuerResolver} for each token, where it has one; else the configuration counts. */
public final class ResolvedIssuers implements AccessTokenIssuers {
    private final Supplier<Optional<IssuerResolver>> resolver;
    private final IssuerChoice configured;
    private final Function<String, TrustedIssuer> trusted;

    /**
     * @param resolver the application's, looked up when needed
     * @param configured counts where there is none
     * @param trusted gives an accepted issuer its keys
     */
    public ResolvedIssuers(
            Supplier<Optional<IssuerResolver>> resolver,
            IssuerChoice configured,
            Function<String, TrustedIssuer> trusted) {
        this.resolver = resolver;
        this.configured = configured;
        this.trusted = trusted;
    }

    @Override
    public IssuerChoice acceptedFrom(TokenOrigin origin) {
        return unverifiedIssuer -> {
            IssuerResolver ofApplication = resolver.get().orElse(null);
            return ofApplication == null
                    ? configured.choose(unverifiedIssuer)
                    : resolve(ofApplication, new Question(unverifiedIssuer.get(), origin));
        };
    }

    private TrustedIssuer resolve(IssuerResolver ofApplication, Question question) {
        boolean accepted;
        try {
            accepted = accepted(ofApplication, question).contains(question.unverifiedIssuer());
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
        if (!accepted) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.ISSUER_MISMATCH, "the iss claim names no accepted issuer");
        }
        return trusted.apply(question.unverifiedIssuer());
    }

    /** A set of the application's own may throw as well, and so may one that is null. */
    private static Set<String> accepted(IssuerResolver ofApplication, Question question) {
        return Set.copyOf(ofApplication.acceptedIssuers(question));
    }

    private static Auth0Exception unavailable(RuntimeException failure) {
        return new TransportException(
                Auth0ErrorCode.ACCESS_TOKEN_ISSUERS_UNAVAILABLE,
                "the IssuerResolver of the application failed",
                failure);
    }

    private record Question(String unverifiedIssuer, TokenOrigin origin) implements IssuerResolver.Question {
        @Override
        public Optional<URI> uri() {
            return origin.uri();
        }

        @Override
        public Optional<String> header(String name) {
            return origin.header(name);
        }
    }
}
