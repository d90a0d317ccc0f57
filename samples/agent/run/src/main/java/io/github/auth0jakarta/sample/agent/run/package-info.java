/**
 * Starts the agent sample on WildFly together with the embedded tenant.
 */
@NullMarked
package io.github.auth0jakarta.sample.agent.run;

import org.jspecify.annotations.NullMarked;
