/**
 * The configuration: every key declared once, read once, validated as a whole; the only user of MicroProfile Config.
 */
@NullMarked
package io.github.auth0jakarta.internal.config;

import org.jspecify.annotations.NullMarked;
