/**
 * The login edge: from the redirect to the provider to the caller of a verified ID token.
 */
@NullMarked
package io.github.auth0jakarta.internal.login;

import org.jspecify.annotations.NullMarked;
