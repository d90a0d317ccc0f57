/**
 * Tools for assistants: a small server of the Model Context Protocol, protected like any other API.
 */
@NullMarked
package io.github.auth0jakarta.sample.agent.tools;

import org.jspecify.annotations.NullMarked;
