package io.github.auth0jakarta.internal.ciba;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of requests that do not say it themselves.
 *
 * @param audience null where no API is configured
 * @param parameters further ones
 */
public record RequestDefaults(@Nullable String audience, Set<String> scopes, Map<String, String> parameters) {}
