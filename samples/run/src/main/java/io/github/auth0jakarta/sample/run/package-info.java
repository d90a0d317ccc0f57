/**
 * Starts the sample application on WildFly together with the embedded tenant.
 */
@NullMarked
package io.github.auth0jakarta.sample.run;

import org.jspecify.annotations.NullMarked;
