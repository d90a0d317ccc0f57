/**
 * Token exchange (RFC 8693): custom ones, Auth0's Token Vault and session transfer.
 */
@NullMarked
package io.github.auth0jakarta.internal.exchange;

import org.jspecify.annotations.NullMarked;
