/**
 * How the library comes to life in an application: the CDI extension, the object graph, the mechanism and the filter.
 */
@NullMarked
package io.github.auth0jakarta.internal.boot;

import org.jspecify.annotations.NullMarked;
