package io.github.auth0jakarta.sample.agent.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The orders of each user, in memory; a real one would ask a database. */
@ApplicationScoped
public class OrderBook {
    private static final int KEPT = 5;

    private final AtomicInteger lastId = new AtomicInteger(1040);
    private final Map<String, List<Order>> orders = new ConcurrentHashMap<>();

    /** Returns a user's orders, the newest first; there is always the one of this morning. */
    public List<Order> of(String user) {
        return orders.computeIfAbsent(
                user, newcomer -> List.of(new Order(lastId.incrementAndGet(), "Almond croissant", "collected")));
    }

    /** Adds an order and returns it; the oldest ones are forgotten. */
    public Order add(String user, String item) {
        Order order = new Order(lastId.incrementAndGet(), item, "brewing");
        orders.put(
                user,
                Stream.concat(Stream.of(order), of(user).stream()).limit(KEPT).toList());
        return order;
    }
}
