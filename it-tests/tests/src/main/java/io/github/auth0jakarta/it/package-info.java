/**
 * The tests that are the same on every server. A class whose deployment is not testable runs as a client over HTTP; the
 * others run inside the server.
 */
package io.github.auth0jakarta.it;
