/** Client-initiated backchannel authentication: a request for approval, sealed for whoever began it, and its polls. */
@NullMarked
package io.github.auth0jakarta.internal.ciba;

import org.jspecify.annotations.NullMarked;
