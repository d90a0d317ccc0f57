/**
 * What a caller needs to pass: scopes, permissions, an organization, an actor, a strong and recent login; and what is answered
 * to those who do not have it.
 */
@NullMarked
package io.github.auth0jakarta.internal.authorization;

import org.jspecify.annotations.NullMarked;
