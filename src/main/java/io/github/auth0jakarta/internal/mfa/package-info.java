/**
 * Second factors: the provider's demand, sealed; the calls that go on with it; the routes for browsers.
 */
@NullMarked
package io.github.auth0jakarta.internal.mfa;

import org.jspecify.annotations.NullMarked;
