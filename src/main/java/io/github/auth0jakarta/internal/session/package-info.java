/**
 * The session of a logged-in caller: what it holds, how long it lives, and the sealed cookies that carry it.
 */
@NullMarked
package io.github.auth0jakarta.internal.session;

import org.jspecify.annotations.NullMarked;
