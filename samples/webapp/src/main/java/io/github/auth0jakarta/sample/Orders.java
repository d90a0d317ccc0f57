package io.github.auth0jakarta.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The order book; a real one would ask a database. */
@ApplicationScoped
public class Orders {

    /** Returns all orders, the newest first. */
    public List<Order> all() {
        return List.of(
                new Order(1042, "Flat white", 2, "brewing"),
                new Order(1041, "Almond croissant", 1, "ready"),
                new Order(1040, "Cold brew", 4, "collected"));
    }
}
