/**
 * What the edges share of HTTP: the application's own addresses, kinds of request, headers and the error page.
 */
@NullMarked
package io.github.auth0jakarta.internal.web;

import org.jspecify.annotations.NullMarked;
