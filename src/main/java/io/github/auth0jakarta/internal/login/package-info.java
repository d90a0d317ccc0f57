/**
 * The login: from the redirect to the provider to the verified answer, and back to the page that was asked for.
 */
@NullMarked
package io.github.auth0jakarta.internal.login;

import org.jspecify.annotations.NullMarked;
