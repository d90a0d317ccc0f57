/**
 * Proofs that this client holds the key that its tokens are bound to (RFC 9449).
 */
@NullMarked
package io.github.auth0jakarta.internal.dpop;

import org.jspecify.annotations.NullMarked;
