/** oidc-provider as a process of this build: a certified provider that we did not write. */
@NullMarked
package io.github.auth0jakarta.it.oidcprovider;

import org.jspecify.annotations.NullMarked;
