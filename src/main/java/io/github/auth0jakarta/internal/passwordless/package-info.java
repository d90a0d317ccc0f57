/** Logins without password: codes and links, passkeys; and the users of database connections. */
@NullMarked
package io.github.auth0jakarta.internal.passwordless;

import org.jspecify.annotations.NullMarked;
