/**
 * JSON read strictly and within limits, and written compactly, with the server's own JSON-P parser.
 */
@NullMarked
package io.github.auth0jakarta.internal.json;

import org.jspecify.annotations.NullMarked;
