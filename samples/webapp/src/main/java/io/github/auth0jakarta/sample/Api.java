package io.github.auth0jakarta.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the application's API at {@code /api}. */
@ApplicationPath("/api")
public class Api extends Application {}
