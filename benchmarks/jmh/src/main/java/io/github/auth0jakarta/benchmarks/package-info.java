/**
 * What the library's work costs, each piece beside the least that it can cost.
 */
@NullMarked
package io.github.auth0jakarta.benchmarks;

import org.jspecify.annotations.NullMarked;
