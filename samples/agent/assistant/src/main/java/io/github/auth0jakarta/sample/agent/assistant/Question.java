package io.github.auth0jakarta.sample.agent.assistant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the assistant can be asked, and the tool that answers it; a real one has a language model to find that out. */
public enum Question {
    WHOAMI("Who am I, and who are you?", "whoami") {
        @Override
        String answer(JsonObject content) {
            String actors = content.getJsonArray("actors").getValuesAs(JsonString::getString).stream()
                    .collect(Collectors.joining(", "));
            return "To the tools you are " + content.getString("sub") + ", and the one who acts for you is " + actors
                    + ".";
        }
    },
    ORDERS("What have I ordered?", "list_orders") {
        @Override
        String answer(JsonObject content) {
            return orders(content);
        }
    },
    COFFEE("Order a flat white for me!", "place_order") {
        @Override
        JsonObject arguments() {
            return Json.createObjectBuilder().add("item", "Flat white").build();
        }

        @Override
        String answer(JsonObject content) {
            return "Done: " + orders(content);
        }
    };

    private final String text;
    private final String tool;

    Question(String text, String tool) {
        this.text = text;
        this.tool = tool;
    }

    /** Returns the answer for people to what the tool has returned. */
    abstract String answer(JsonObject content);

    public String getText() {
        return text;
    }

    /** Returns the name by which the page's script asks it. */
    public String getId() {
        return name().toLowerCase(Locale.ROOT);
    }

    String tool() {
        return tool;
    }

    JsonObject arguments() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static String orders(JsonObject content) {
        return content.getJsonArray("orders").getValuesAs(JsonObject.class).stream()
                .map(order -> order.getString("item") + " (no. " + order.getInt("id") + ", " + order.getString("status")
                        + ")")
                .collect(Collectors.joining(", ", "", "."));
    }
}
