/**
 * The examples that {@code docs/testing-with-the-tenant.md} shows, as tests.
 */
@NullMarked
package io.github.auth0jakarta.tenant.examples;

import org.jspecify.annotations.NullMarked;
