package io.github.auth0jakarta.tenant;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of foreign tokens that the tenant exchanges for its own (Auth0's Custom Token Exchange).
 *
 * @param subjectTokenType the name of the kind, a URL or URN
 * @param action returns the sub of the user that a token names, null for a token that is refused
 */
public record ExchangeProfile(String subjectTokenType, Function<String, @Nullable String> action) {}
