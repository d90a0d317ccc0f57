/**
 * The API behind the tools: a user's orders, for whoever acts for that user with the right scope.
 */
@NullMarked
package io.github.auth0jakarta.sample.agent.orders;

import org.jspecify.annotations.NullMarked;
