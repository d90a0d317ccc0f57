package io.github.auth0jakarta.tenant;

/**
 * A logout token that was sent to a client.
 *
 * @param clientId whom it was for
 * @param sid the session that ended
 * @param status the status of the client's answer, 0 when there was none
 */
public record LogoutDelivery(String clientId, String sid, int status) {}
