/**
 * Starts applications on a WildFly of their own, for those who want to see the samples and for their tests.
 */
@NullMarked
package io.github.auth0jakarta.sample.launcher;

import org.jspecify.annotations.NullMarked;
