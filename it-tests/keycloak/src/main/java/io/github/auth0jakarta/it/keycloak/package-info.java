/** Keycloak as a process of this build: the provider that we did not write. */
@NullMarked
package io.github.auth0jakarta.it.keycloak;

import org.jspecify.annotations.NullMarked;
