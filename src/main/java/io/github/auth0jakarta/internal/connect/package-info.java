/** Accounts at other providers that callers connect, and the My Account API that keeps them. */
@NullMarked
package io.github.auth0jakarta.internal.connect;

import org.jspecify.annotations.NullMarked;
