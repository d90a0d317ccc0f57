/**
 * The caller: how verified claims become a Jakarta principal with a name and groups.
 */
@NullMarked
package io.github.auth0jakarta.internal.caller;

import org.jspecify.annotations.NullMarked;
