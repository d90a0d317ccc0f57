/**
 * An Auth0-shaped identity provider that runs inside a test or a sample: strict where the RFCs are, switchable where tests need faults.
 *
 * <p>Start with {@link io.github.auth0jakarta.tenant.Tenant}. It listens on loopback only, keeps everything in memory and must never
 * guard anything real.
 */
@NullMarked
package io.github.auth0jakarta.tenant;

import org.jspecify.annotations.NullMarked;
