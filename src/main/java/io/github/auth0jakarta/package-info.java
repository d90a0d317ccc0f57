/**
 * What an application imports: the caller's session, the services, the exceptions and their codes.
 */
@NullMarked
package io.github.auth0jakarta;

import org.jspecify.annotations.NullMarked;
