package io.github.auth0jakarta.sample.agent.assistant;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts what the page's script calls at {@code /api}. */
@ApplicationPath("/api")
public class Api extends Application {}
