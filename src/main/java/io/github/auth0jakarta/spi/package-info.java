/**
 * What an application may implement: each interface has a default, and a CDI bean of the application takes its place.
 */
@NullMarked
package io.github.auth0jakarta.spi;

import org.jspecify.annotations.NullMarked;
