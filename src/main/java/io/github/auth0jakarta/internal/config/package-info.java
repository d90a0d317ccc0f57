/**
 * The configuration: read once, validated, and handed on as immutable values.
 */
@NullMarked
package io.github.auth0jakarta.internal.config;

import org.jspecify.annotations.NullMarked;
