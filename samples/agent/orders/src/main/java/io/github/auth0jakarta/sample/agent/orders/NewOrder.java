package io.github.auth0jakarta.sample.agent.orders;

/**
 * What is ordered.
 *
 * @param item from the menu
 */
public record NewOrder(String item) {}
