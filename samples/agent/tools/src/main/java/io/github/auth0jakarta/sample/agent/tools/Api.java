package io.github.auth0jakarta.sample.agent.tools;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the API at the root. */
@ApplicationPath("/")
public class Api extends Application {}
