/** The test application: what it-tests and tools from outside talk to; its addresses are a stable contract. */
@NullMarked
package io.github.auth0jakarta.it.app;

import org.jspecify.annotations.NullMarked;
