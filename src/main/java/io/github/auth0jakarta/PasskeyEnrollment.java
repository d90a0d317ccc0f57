package io.github.auth0jakarta;

/**
 * A passkey that is being added to the logged-in caller's account.
 *
 * @param id of the authentication method at the My Account API
 * @param challenge what the passkey has to answer
 */
public record PasskeyEnrollment(String id, PasskeyChallenge challenge) {}
