/**
 * CDI events by which an application learns what happens to its callers; none contains a token.
 */
@NullMarked
package io.github.auth0jakarta.event;

import org.jspecify.annotations.NullMarked;
