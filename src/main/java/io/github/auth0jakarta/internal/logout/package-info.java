/**
 * The logout: the session here first, then the one at the provider; and back-channel logout, where the provider begins it.
 */
@NullMarked
package io.github.auth0jakarta.internal.logout;

import org.jspecify.annotations.NullMarked;
