package io.github.auth0jakarta.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API; its resources are found, not listed. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
