/** A small browser without pixels: enough of HTTP, cookies and forms to log in at a provider and use an application. */
@NullMarked
package io.github.auth0jakarta.it.browser;

import org.jspecify.annotations.NullMarked;
