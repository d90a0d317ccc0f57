/**
 * Requests to the provider, bounded in time and size; the only user of {@code java.net.http}.
 */
@NullMarked
package io.github.auth0jakarta.internal.http;

import org.jspecify.annotations.NullMarked;
