/**
 * Signed tokens and the keys that sign them; the only package that knows Nimbus JOSE+JWT.
 */
@NullMarked
package io.github.auth0jakarta.internal.jose;

import org.jspecify.annotations.NullMarked;
