/**
 * The Java examples of the documentation, compiled; {@code DocsTest} checks that the pages show exactly their regions.
 */
@NullMarked
package io.github.auth0jakarta.docs.examples;

import org.jspecify.annotations.NullMarked;
