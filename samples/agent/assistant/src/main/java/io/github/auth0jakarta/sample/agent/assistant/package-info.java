/**
 * An assistant: it logs its users in and calls tools for them, with tokens that say so.
 */
@NullMarked
package io.github.auth0jakarta.sample.agent.assistant;

import org.jspecify.annotations.NullMarked;
