/**
 * The API: access tokens that callers send, what is answered to them, and who may call a resource.
 */
@NullMarked
package io.github.auth0jakarta.internal.api;

import org.jspecify.annotations.NullMarked;
