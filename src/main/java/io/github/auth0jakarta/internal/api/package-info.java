/**
 * The API edge: from the Authorization header to the caller of a verified access token.
 */
@NullMarked
package io.github.auth0jakarta.internal.api;

import org.jspecify.annotations.NullMarked;
