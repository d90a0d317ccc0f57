/**
 * Filters that have requests of a Jakarta REST or MicroProfile REST client carry access tokens, and what they use.
 */
@NullMarked
package io.github.auth0jakarta.client;

import org.jspecify.annotations.NullMarked;
