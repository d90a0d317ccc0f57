package io.github.auth0jakarta.it;

import io.github.auth0jakarta.client.AccessTokenFor;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;

/** The token for the API of reports, for a client that is told of filters by annotation. */
@Priority(Priorities.USER + 1000)
public class ReportsToken extends AccessTokenFor {
    static final String AUDIENCE = "https://reports.example.com";

    /** Made by the client. */
    public ReportsToken() {
        super(AUDIENCE, "read:reports");
    }
}
