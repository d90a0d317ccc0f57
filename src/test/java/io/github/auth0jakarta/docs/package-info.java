/**
 * Keeps the documentation true: generated pages, compiled examples, links and names of configuration keys.
 */
@NullMarked
package io.github.auth0jakarta.docs;

import org.jspecify.annotations.NullMarked;
