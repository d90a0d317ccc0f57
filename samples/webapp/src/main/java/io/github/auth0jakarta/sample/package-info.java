/**
 * A small web application that logs its visitors in with Auth0: what an application has to write itself.
 */
@NullMarked
package io.github.auth0jakarta.sample;

import org.jspecify.annotations.NullMarked;
