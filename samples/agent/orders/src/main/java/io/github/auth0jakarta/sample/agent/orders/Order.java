package io.github.auth0jakarta.sample.agent.orders;

/**
 * An order of a user.
 *
 * @param id the number
 * @param item what was ordered
 * @param status where it is
 */
public record Order(int id, String item, String status) {}
