package io.github.auth0jakarta.it.oidcprovider;

import io.github.auth0jakarta.it.Keys;
import java.security.KeyPair;

/** Who is registered at the provider: what {@code clients.mjs}, {@code accounts.mjs} and {@code api.mjs} say. */
final class Registered {

    /** The identifier of the API that access tokens are for. */
    static final String AUDIENCE = "https://api.example.com";
    /** The claim of ID and access tokens that has the caller's roles. */
    static final String ROLES_CLAIM = "https://example.com/roles";
    /** The {@code acr} of a login that a step-up asks for. */
    static final String STEP_UP_ACR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    /** The application with its secret in the form. */
    static final String CLIENT = "it-client";
    /** The application with its secret in the Authorization header; both have characters that must be encoded there. */
    static final String BASIC_CLIENT = "it:basic+100%";
    /** The application with private_key_jwt, pushed authorization requests and DPoP, all of them required. */
    static final String STRICT_CLIENT = "it-strict";
    /** The secret of {@link #CLIENT}. */
    static final String CLIENT_SECRET = "it-client-secret-for-tests-only";
    /** The secret of {@link #BASIC_CLIENT}. */
    static final String BASIC_CLIENT_SECRET = "it-basic:secret+for%20tests&only=/?";
    /** What {@link #STRICT_CLIENT} signs with. */
    static final KeyPair CLIENT_KEY = Keys.rsa();
    /** The id under which the provider knows that key. */
    static final String CLIENT_KEY_ID = "it-strict-key";
    /** A user with the role {@code admin}. */
    static final User ALICE = new User("alice", "alice-password");
    /** A user with the role {@code clerk}. */
    static final User BOB = new User("bob", "bob-password");

    /** A user with a password. */
    record User(String name, String password) {}

    private Registered() {}
}
