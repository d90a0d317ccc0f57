/**
 * The provider as OAuth 2.0 and OpenID Connect see it: metadata, token endpoint, grants and client authentication.
 */
@NullMarked
package io.github.auth0jakarta.internal.oauth;

import org.jspecify.annotations.NullMarked;
