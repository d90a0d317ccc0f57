package io.github.auth0jakarta.sample;

/**
 * An order of the coffee shop.
 *
 * @param id the number
 * @param item what was ordered
 * @param quantity how many
 * @param status where it is
 */
public record Order(int id, String item, int quantity, String status) {}
