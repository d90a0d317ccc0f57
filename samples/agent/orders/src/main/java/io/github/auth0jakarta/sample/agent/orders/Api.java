package io.github.auth0jakarta.sample.agent.orders;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the API at {@code /v1}. */
@ApplicationPath("/v1")
public class Api extends Application {}
